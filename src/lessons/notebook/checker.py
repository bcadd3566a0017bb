import numpy as np
import matplotlib.pyplot as plt

def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x, dtype=float)
    it = np.nditer(x, flags=['multi_index'])
    while not it.finished:
        idx = it.multi_index
        x_plus  = x.copy(); x_plus[idx]  += h
        x_minus = x.copy(); x_minus[idx] -= h
        grad[idx] = (f(x_plus) - f(x_minus)) / (2*h)
        it.iternext()
    return grad

def gradient_check(f, analytical_grad_fn, x, threshold=1e-5):
    anal = analytical_grad_fn(x)
    numer = numerical_gradient(f, x)
    rel_err = np.linalg.norm(anal - numer) / (np.linalg.norm(anal) + np.linalg.norm(numer) + 1e-8)
    status = 'PASS' if rel_err < threshold else 'FAIL'
    return status, rel_err, anal, numer

print("Gradient checker ready.")
