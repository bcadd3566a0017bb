import { diagnoseVjp, summarizeLayer } from 'checker';

const layer = (x: number[]) => x.map((value) => value * value);
const vjp = (x: number[], v: number[]) => x.map((value, i) => value * v[i]);

console.log(summarizeLayer(diagnoseVjp(layer, vjp, [0.3, -0.8, 1.2])));
