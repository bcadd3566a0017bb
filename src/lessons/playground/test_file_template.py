# Made by the playground of “Gradient Checking, Live”.
# Put it beside the site's gradient_check.py, install the site's package as its page “Reference” says, and run:
#     pytest test_gradient.py
import sys as _sys

if __name__ == "__main__":
    _sys.stdout = _sys.stderr  # standard output is for the answers


# [the program]


def test_the_gradient_is_that_of_the_loss():
    import gradient_check

    gradient_check.check(__file__)


def _sizes():
    """Lengths that a mean might be over, by their names: whole numbers, and the axes of arrays."""
    named = [(name, value) for name, value in globals().items() if not name.startswith("_") and name != "x"]
    arrays = [(name, value.shape) for name, value in named if isinstance(getattr(value, "shape", None), tuple)]
    axes = [(f"{name}.shape[{axis}]", length) for name, shape in arrays for axis, length in enumerate(shape)]
    return {name: value for name, value in named + axes if type(value) is int and value > 1}


if __name__ == "__main__":
    import gradient_check

    if {"loss", "gradient"} <= globals().keys():
        gradient_check.serve(loss, gradient, x, _sizes())
    elif {"forward", "vjp"} <= globals().keys():
        gradient_check.serve_vjp(forward, vjp, x, _sizes())
    else:
        _sys.exit("gradient-check asks for loss(x) and gradient(x), or for forward(x) and vjp(x, v): this file has neither.")
