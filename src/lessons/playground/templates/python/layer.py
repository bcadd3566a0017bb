# A layer on its own: affine, then ReLU. vjp(x, v) returns the gradient of the sum of v * forward(x).
# Break it: leave out .sum(axis=0), or * (z > 0), or exchange W and its transpose, and check again.
import numpy as np

rng = np.random.default_rng(0)
N, D, H = 5, 4, 3


def forward(p):
    z = p["x"] @ p["W"] + p["b"]
    return np.maximum(0, z)


def vjp(p, v):
    z = p["x"] @ p["W"] + p["b"]
    dz = v * (z > 0)
    return {"x": dz @ p["W"].T, "W": p["x"].T @ dz, "b": dz.sum(axis=0)}


# Both functions get x as it is here, and vjp a v of the shape that forward returns.
x = {"x": rng.normal(size=(N, D)), "W": rng.normal(size=(D, H)), "b": rng.normal(size=H)}
