# SciPy: the forgotten 1/n as a plain function, checked by check_grad.
import numpy as np
from scipy.optimize import check_grad


def mean_square(w):
    return np.mean(w**2)


def gradient(w):
    return 2 * w  # the 1/n is missing


print(check_grad(mean_square, gradient, np.array([1.5, -2.3])))
