# PyTorch: second derivatives by two backward passes, and a product with the Hessian.
# Run with PyTorch 2.13.
import torch


def f(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


x = torch.tensor([-0.6, 1.1], dtype=torch.float64, requires_grad=True)
# Differences of the gradient against the derivative of the backward pass.
torch.autograd.gradgradcheck(f, (x,))

u = torch.tensor([1.0, 2.0], dtype=torch.float64)
(g,) = torch.autograd.grad(f(x), x, create_graph=True)
(hu,) = torch.autograd.grad(g @ u, x)
print(hu, torch.autograd.functional.hessian(f, x) @ u)
