# A two-layer network in the manner of CS231n: one method gives the loss and the gradients.
# Break it: leave out .sum(axis=0) of b1, or dh[h <= 0] = 0, or reg * W1, and check again.
import numpy as np


class TwoLayerNet:
    def __init__(self, D, H, C):
        rng = np.random.default_rng(0)
        self.params = {
            "W1": 0.5 * rng.normal(size=(D, H)),
            "b1": 0.1 * rng.normal(size=H),
            "W2": 0.5 * rng.normal(size=(H, C)),
            "b2": 0.1 * rng.normal(size=C),
        }

    def loss(self, X, y, reg):
        W1, b1, W2, b2 = (self.params[name] for name in ("W1", "b1", "W2", "b2"))
        N = X.shape[0]
        h = np.maximum(0, X @ W1 + b1)
        scores = h @ W2 + b2
        exps = np.exp(scores - scores.max(axis=1, keepdims=True))
        probs = exps / exps.sum(axis=1, keepdims=True)
        data_loss = -np.log(probs[range(N), y]).sum() / N
        loss = data_loss + 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))

        grads = {}
        dscores = probs.copy()
        dscores[range(N), y] -= 1
        dscores /= N
        grads["W2"] = h.T @ dscores + reg * W2
        grads["b2"] = dscores.sum(axis=0)
        dh = dscores @ W2.T
        dh[h <= 0] = 0
        grads["W1"] = X.T @ dh + reg * W1
        grads["b1"] = dh.sum(axis=0)
        return loss, grads


rng = np.random.default_rng(1)
X, y = rng.normal(size=(5, 4)), np.array([0, 1, 2, 2, 1])
net = TwoLayerNet(4, 10, 3)


# What the check needs: loss(x), gradient(x) and the point x.
def both(params):
    net.params = params
    return net.loss(X, y, reg=0.05)


def loss(params):
    return both(params)[0]


def gradient(params):
    return both(params)[1]


x = net.params
