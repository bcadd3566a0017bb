// The two functions of a gradient check. A point is an array of numbers.

function numericalGradient(f: (x: number[]) => number, x: number[], h = 1e-5): number[] {
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

function gradientCheck(f: (x: number[]) => number, gradient: (x: number[]) => number[], x: number[], threshold = 1e-5) {
  const norm = (v: number[]) => Math.sqrt(v.reduce((sum, value) => sum + value * value, 0));
  const analytic = gradient(x);
  const numeric = numericalGradient(f, x);
  const difference = analytic.map((value, i) => value - numeric[i]);
  const relativeError = norm(difference) / (norm(analytic) + norm(numeric) + 1e-8);
  return { status: relativeError < threshold ? 'PASS' : 'FAIL', relativeError, analytic, numeric };
}

// Try it: a quadratic with its gradient.
const f = (w: number[]) => w[0] ** 2 + w[1] ** 2 + 2 * w[0] * w[1];
const gradient = (w: number[]) => [2 * w[0] + 2 * w[1], 2 * w[1] + 2 * w[0]];

const { status, relativeError } = gradientCheck(f, gradient, [1.5, -2.3]);
console.log(`${status}  relative error ${relativeError.toExponential(2)}`);
