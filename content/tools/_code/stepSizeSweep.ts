import { scientific, stepSizeSweep } from 'checker';

const sweep = stepSizeSweep(Math.exp, Math.exp, 1, {
  steps: [1e-2, 1e-4, 1e-6, 1e-8, 1e-10],
});
for (const { step, error } of sweep)
  console.log(scientific(step, 0), scientific(error));
