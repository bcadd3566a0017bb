import { gradientCheck, scientific } from 'checker';

const loss = (w: number[]) =>
  w.reduce((sum, v) => sum + v * v, 0) / w.length;
const forgotten = (w: number[]) => w.map((v) => 2 * v); // the 1/n of the mean is missing
const corrected = (w: number[]) => w.map((v) => (2 * v) / w.length);

for (const gradient of [forgotten, corrected]) {
  const { status, relativeError } = gradientCheck(
    loss,
    gradient,
    [1.5, -2.3],
  );
  console.log(status, scientific(relativeError));
}
