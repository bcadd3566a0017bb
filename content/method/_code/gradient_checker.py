# The same two functions in NumPy. A point is an array of any shape.
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    point = np.array(x, dtype=float)  # a copy: the caller's x stays as it is
    slopes = np.empty_like(point)
    for i in np.ndindex(point.shape):
        value = point[i]
        point[i] = value + h
        above = f(point)
        point[i] = value - h
        below = f(point)
        point[i] = value  # put back before the next element
        slopes[i] = (above - below) / (2 * h)
    return slopes


def gradient_check(f, gradient, x, threshold=1e-5):
    analytic = gradient(x)
    numeric = numerical_gradient(f, x)
    scale = np.linalg.norm(analytic) + np.linalg.norm(numeric) + 1e-8
    relative_error = np.linalg.norm(analytic - numeric) / scale
    status = "PASS" if relative_error < threshold else "FAIL"
    return status, relative_error, analytic, numeric


def f(w):
    return np.sum(w**2) + 2 * w[0] * w[1]


def gradient(w):
    return np.array([2 * w[0] + 2 * w[1], 2 * w[1] + 2 * w[0]])


status, relative_error, _, _ = gradient_check(f, gradient, np.array([1.5, -2.3]))
print(f"{status}  relative error {relative_error:.2e}")
