import { CheckError, numericalGradient } from 'checker';

try {
  numericalGradient((x: number[]) => x[0] * x[1], [1.5, Number.NaN]);
} catch (error) {
  if (error instanceof CheckError)
    console.log(error.code, '-', error.message);
}
