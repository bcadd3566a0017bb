import { checkDirections } from 'checker';

const x = Array.from({ length: 10_000 }, (_, i) => Math.sin(i));
const loss = (w: number[]) => w.reduce((sum, v) => sum + v * v, 0) / 2;
// one wrong sign in ten thousand
const gradient = (w: number[]) => w.map((v, i) => (i === 1234 ? -v : v));

const { verdict, wrong, evaluations } = checkDirections(loss, gradient, x);
console.log(verdict, wrong[0].name, `${evaluations} evaluations of f`);
