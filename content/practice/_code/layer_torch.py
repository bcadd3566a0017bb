# PyTorch: a layer whose bias is averaged over the batch, checked on its own.
# Run with PyTorch 2.13.
import torch


class Linear(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, W, b):
        ctx.save_for_backward(x, W)
        return x @ W.T + b

    @staticmethod
    def backward(ctx, v):
        x, W = ctx.saved_tensors
        return v @ W, v.T @ x, v.mean(0)  # v.sum(0)


torch.manual_seed(0)
make = lambda *shape: torch.randn(*shape, dtype=torch.float64, requires_grad=True)
x, W, b = make(4, 3), make(2, 3), make(2)
# Runs v through all unit vectors: every entry of the Jacobian is compared.
torch.autograd.gradcheck(Linear.apply, (x, W, b))
# A random v by hand, for outputs too many for that.
v = torch.randn(4, 2, dtype=torch.float64)
weighed = lambda *inputs: (v * Linear.apply(*inputs)).sum()
torch.autograd.gradcheck(weighed, (x, W, b))
