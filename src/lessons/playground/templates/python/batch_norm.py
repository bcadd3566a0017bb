# Batch normalisation, with the short form of its backward pass.
# Break it: leave out - dxhat.mean(axis=0), or .sum(axis=0) of beta, and check again.
import numpy as np

rng = np.random.default_rng(0)
N, D = 5, 4
eps = 1e-5
dout = rng.normal(size=(N, D))  # what comes back from the layers above


def forward(p):
    mean, variance = p["x"].mean(axis=0), p["x"].var(axis=0)
    xhat = (p["x"] - mean) / np.sqrt(variance + eps)
    return p["gamma"] * xhat + p["beta"], xhat, variance


# The sum of out * dout has for its gradient what a backward pass returns for dout.
def loss(p):
    return np.sum(forward(p)[0] * dout)


def gradient(p):
    _, xhat, variance = forward(p)
    dxhat = dout * p["gamma"]
    dx = (dxhat - dxhat.mean(axis=0) - xhat * (dxhat * xhat).mean(axis=0)) / np.sqrt(variance + eps)
    return {"x": dx, "gamma": (dout * xhat).sum(axis=0), "beta": dout.sum(axis=0)}


x = {"x": rng.normal(size=(N, D)), "gamma": rng.normal(size=D), "beta": rng.normal(size=D)}
