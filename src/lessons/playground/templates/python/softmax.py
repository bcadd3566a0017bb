# Softmax cross-entropy over a batch, with a penalty on the weights.
# Break it: leave out / N, or the 2 before reg, or the line that subtracts 1, and check again.
import numpy as np

rng = np.random.default_rng(0)
N, D, C = 6, 4, 3
X = rng.normal(size=(N, D))
y = rng.integers(C, size=N)
reg = 0.1


def probabilities(W):
    scores = X @ W
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


def loss(W):
    return -np.log(probabilities(W)[np.arange(N), y]).mean() + reg * np.sum(W**2)


def gradient(W):
    d = probabilities(W)
    d[np.arange(N), y] -= 1
    d /= N
    return X.T @ d + 2 * reg * W


x = rng.normal(size=(D, C))
