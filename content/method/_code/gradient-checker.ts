// The two functions of a gradient check. A point is an array of numbers.
type Point = number[];
type Loss = (x: Point) => number;
type Gradient = (x: Point) => Point;

function numericalGradient(f: Loss, x: Point, h = 1e-5): Point {
  const point = [...x]; // the caller's x stays as it is
  return point.map((value, i) => {
    point[i] = value + h;
    const above = f(point);
    point[i] = value - h;
    const below = f(point);
    point[i] = value; // put back before the next element
    return (above - below) / (2 * h);
  });
}

function gradientCheck(f: Loss, gradient: Gradient, x: Point, threshold = 1e-5) {
  const norm = (v: Point) => Math.sqrt(v.reduce((sum, vi) => sum + vi * vi, 0));
  const analytic = gradient(x);
  const numeric = numericalGradient(f, x);
  const distance = norm(analytic.map((value, i) => value - numeric[i]));
  const relativeError = distance / (norm(analytic) + norm(numeric) + 1e-8);
  const status = relativeError < threshold ? 'PASS' : 'FAIL';
  return { status, relativeError, analytic, numeric };
}

// Try it: a quadratic with its gradient.
const f: Loss = (w) => w[0] ** 2 + w[1] ** 2 + 2 * w[0] * w[1];
const gradient: Gradient = (w) => [2 * w[0] + 2 * w[1], 2 * w[1] + 2 * w[0]];

const { status, relativeError } = gradientCheck(f, gradient, [1.5, -2.3]);
console.log(`${status}  relative error ${relativeError.toExponential(2)}`);
