"""A gradient in Python, in one way or another: python3 model.py WAY. PYTHONPATH leads to gradient_check.py."""
import math
import sys

import gradient_check

way = sys.argv[1]


def squares(record):
    """A record of lists, and a gradient that is right."""
    print("what a program prints is no answer")
    return sum(v * v for v in record["w"]) * record["b"]


def squares_gradient(record):
    w, b = record["w"], record["b"]
    return {"w": [2 * v * b for v in w], "b": sum(v * v for v in w)}


if way == "lists":
    gradient_check.serve(squares, squares_gradient, {"w": [1.5, -2.3], "b": 0.5})
elif way == "seed":
    gradient_check.serve(math.exp, math.exp, lambda seed: float(seed))
elif way == "raises":
    gradient_check.serve(lambda x: 1 / 0, lambda x: x, 1.0)
elif way == "NaN":
    gradient_check.serve(lambda x: math.nan, lambda x: x, 1.0)
elif way == "no numbers":
    gradient_check.serve(lambda x: object(), lambda x: x, 1.0)
elif way == "complex":
    gradient_check.serve(lambda x: x, lambda x: x, [1j])
elif way.startswith("numpy"):
    import numpy as np

    random = np.random.default_rng(0)
    X, t = random.normal(size=(8, 3)), random.normal(size=8)

    def mean_square(p):
        assert p["layer"]["W"].shape == (3, 2) and p["b"].dtype == np.float64
        return np.mean((X @ p["layer"]["W"] @ p["b"] - t) ** 2)

    def without_mean(p):
        W, b = p["layer"]["W"], p["b"]
        r = X @ W @ b - t
        return {"layer": {"W": 2 * np.outer(X.T @ r, b)}, "b": 2 / 8 * (X @ W).T @ r}

    x = {"layer": {"W": random.normal(size=(3, 2))}, "b": np.array([0.5, -1.5])}
    if way == "numpy without 1/n":
        gradient_check.serve(mean_square, without_mean, x, sizes={"batch": np.int64(8)})
    elif way == "numpy float32":
        gradient_check.serve(lambda p: p.sum(), lambda p: np.ones_like(p), np.array([1.5, -2.3], np.float32))
    elif way == "numpy integers":
        gradient_check.serve(lambda p: (p**2).sum(), lambda p: 2 * p, np.array([1, 2]))
    elif way == "numpy layer":
        gradient_check.serve_vjp(lambda W: np.tanh(X @ W), lambda W, v: X.T @ (v * (1 - np.tanh(X @ W) ** 2)), x["layer"]["W"])
elif way == "torch":
    import torch

    def sigmoid(p):
        assert p["w"].dtype == torch.float64
        return torch.sigmoid(p["w"]).sum() + p["b"]

    def by_autograd(p):
        p["w"].requires_grad_(True)
        sigmoid(p).backward()
        return {"w": p["w"].grad, "b": torch.tensor(1.0)}

    gradient_check.serve(sigmoid, by_autograd, {"w": torch.tensor([0.5, -1.25], dtype=torch.float64), "b": torch.tensor(2.0)})
elif way == "jax":
    import jax

    jax.config.update("jax_enable_x64", True)
    f = lambda x: jax.numpy.sum(jax.numpy.sin(x) ** 2)
    gradient_check.serve(f, jax.grad(f), jax.numpy.array([0.5, -1.25]))
elif way == "check":
    try:
        gradient_check.check(sys.argv[0].replace("model.py", sys.argv[2]), *sys.argv[3:])
        print("passed")
    except AssertionError as error:
        print("AssertionError:", error)
