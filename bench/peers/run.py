"""What other checkers say of the open corpus: writes corpus/verdict/peers-open.json, which the page on accuracy reads.

    pip install torch==2.13 jax==0.10.2 scipy==1.17 numpy==2.4
    python bench/peers/run.py

Losses and gradients are those of the corpus itself: a Node process (answer.mjs) evaluates them, and each tool calls it as it
would call any function that is opaque to it. An exception counts as a rejection, and its first line is kept.
"""

import datetime
import json
import platform
import subprocess
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import scipy
import torch
from jax.test_util import check_grads
from scipy.optimize import check_grad
from scipy.optimize._numdiff import check_derivative

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "corpus/verdict/peers-open.json"

# SciPy and CS231n return a number and leave the line to the user.
LINE = 1e-5

jax.config.update("jax_enable_x64", True)


class Case:
    """One case, made anew: some functions have a memory. Counts the evaluations."""

    node = subprocess.Popen(
        ["node", str(HERE / "answer.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    @classmethod
    def ask(cls, question):
        # Both languages write a double so that the other reads the same double.
        cls.node.stdin.write(json.dumps(question) + "\n")
        cls.node.stdin.flush()
        said = json.loads(cls.node.stdout.readline())
        if isinstance(said, dict):
            raise ArithmeticError(said["error"])
        return said

    def __init__(self, name):
        self.x = np.array(self.ask({"start": name}), dtype=np.float64)
        self.evaluations = 0
        self.gradients = 0

    def at(self, which, x):
        """The values there. What a function does to its argument is done to x, where the tool's arrays can be written."""
        x = np.asarray(x, dtype=np.float64)
        values, after = self.ask({which: x.tolist()})
        if x.flags.writeable:
            x[...] = after
        return np.array(values, dtype=np.float64)

    def f(self, x):
        self.evaluations += 1
        return float(self.at("f", x)[0])

    def g(self, x):
        self.gradients += 1
        return self.at("g", x)


def gradcheck(case, **options):
    class Loss(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return torch.tensor(case.f(x.detach().numpy()), dtype=torch.float64)

        @staticmethod
        def backward(ctx, upstream):
            (x,) = ctx.saved_tensors
            return upstream * torch.from_numpy(case.g(x.detach().numpy()))

    torch.manual_seed(0)
    return torch.autograd.gradcheck(Loss.apply, (torch.tensor(case.x, requires_grad=True),), **options)


def jax_check_grads(case):
    # A callback that is not pure is called each time: a function with a memory must not be remembered for it.
    def evaluate(x):
        return jax.pure_callback(lambda v: np.float64(case.f(v)), jax.ShapeDtypeStruct((), jnp.float64), x)

    def gradient(x):
        return jax.pure_callback(case.g, jax.ShapeDtypeStruct(x.shape, jnp.float64), x)

    loss = jax.custom_vjp(evaluate)
    loss.defvjp(lambda x: (evaluate(x), x), lambda x, upstream: (upstream * gradient(x),))
    check_grads(loss, (jnp.array(case.x),), order=1, modes=["rev"])
    return True


def cs231n(case):
    """The rule of the notes, which come with no program for it that is installed: central differences, h = 1e-5."""
    analytic, h = case.g(case.x), 1e-5
    numeric = np.empty_like(case.x)
    for i in range(case.x.size):
        there, back = case.x.copy(), case.x.copy()
        there[i] += h
        back[i] -= h
        numeric[i] = (case.f(there) - case.f(back)) / (2 * h)
    with np.errstate(invalid="ignore"):
        error = np.abs(analytic - numeric) / np.maximum(1e-8, np.abs(analytic) + np.abs(numeric))
    return bool(np.all(error < LINE))


PEERS = {
    "gradcheck": gradcheck,
    "gradcheck-fast": lambda case: gradcheck(case, fast_mode=True),
    "check_grad": lambda case: bool(check_grad(case.f, case.g, case.x) < LINE),
    "check_derivative": lambda case: bool(check_derivative(case.f, case.g, case.x) < LINE),
    "jax-rev": jax_check_grads,
    "cs231n": cs231n,
}


def row(peer, name):
    case, message = Case(name), None
    try:
        passed = PEERS[peer](case)
    except Exception as error:  # of any kind: the tools and the functions have their own
        passed, message = False, next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
    verdict = "pass" if passed else "fail"
    return {"peer": peer, "id": name, "verdict": verdict, "message": message, "f": case.evaluations, "g": case.gradients}


names = Case.ask({"list": True})
rows = [row(peer, name) for peer in PEERS for name in names]
about = {
    "made": datetime.date.today().isoformat(),
    "python": platform.python_version(),
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "torch": torch.__version__.split("+")[0],
    "jax": jax.__version__,
}
head = json.dumps(about)[:-1]
OUT.write_text(head + ', "rows": [\n' + ",\n".join(json.dumps(each) for each in rows) + "\n]}\n")
print(f"{len(rows)} answers of {len(PEERS)} checkers written")
