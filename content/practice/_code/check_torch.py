# PyTorch: the forgotten 1/n as a custom backward pass, checked by gradcheck.
import torch


class MeanSquare(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w):
        ctx.save_for_backward(w)
        return (w * w).mean()

    @staticmethod
    def backward(ctx, upstream):
        (w,) = ctx.saved_tensors
        return upstream * 2 * w  # the 1/n is missing


w = torch.tensor([1.5, -2.3], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(MeanSquare.apply, (w,))
