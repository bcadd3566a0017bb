import { CheckError, numericalGradient } from 'checker';

try {
  numericalGradient((x: number[][]) => x[0][0], [[1, 2], [3]]);
} catch (error) {
  if (error instanceof CheckError)
    console.log(error.code, '-', error.message);
}
