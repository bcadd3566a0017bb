import { checkDirectionsAsync } from 'checker';

const x = Array.from({ length: 1000 }, (_, i) => Math.sin(i));
const layer = async (w: number[]) => w.map((v) => v * v);
// v is forgotten in one place
const vjp = async (w: number[], v: number[]) =>
  w.map((each, i) => 2 * each * (i === 123 ? 1 : v[i]));

const { verdict, wrong } = await checkDirectionsAsync(layer, vjp, x);
console.log(verdict, wrong[0].name);
