# PyTorch: the power with which the remainder falls, and forward against reverse.
# Run with PyTorch 2.13.
import math
import torch


def f(x):
    return x[0] ** 2 * x[1]


def gradient(x):  # written by hand
    return torch.stack([2 * x[0] * x[1], x[0] ** 2])


x = torch.tensor([1.5, -2.0], dtype=torch.float64)
u = torch.tensor([1.0, -1.0], dtype=torch.float64)
slope = gradient(x) @ u
steps = [2.0**-k for k in range(3, 13)]
rest = [abs(f(x + h * u) - f(x) - h * slope).item() for h in steps]
print([math.log2(a / b) for a, b in zip(rest, rest[1:])])  # towards 2

layer = lambda x: torch.tanh(x).cumsum(0)
v = torch.randn(2, dtype=torch.float64)
_, ju = torch.func.jvp(layer, (x,), (u,))
_, pull = torch.func.vjp(layer, x)
print((v @ ju - pull(v)[0] @ u).item())  # rounding
