import { compareGradients, explainCompared } from 'checker';

const { findings } = compareGradients([-0.25, 1.5, 3], [0.25, -1.5, -3]);
console.log(explainCompared(findings[0]));
