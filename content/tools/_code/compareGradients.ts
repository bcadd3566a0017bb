import { compareGradients } from 'checker';

const analytic = [4.6167, -1.8805, 1.7289, -0.8013];
const numeric = [0.4617, -0.188, 0.1729, -0.0801];
const { verdict, findings } = compareGradients(analytic, numeric, {
  digits: 4,
});
console.log(verdict, findings[0].kind, findings[0].evidence.factor);
