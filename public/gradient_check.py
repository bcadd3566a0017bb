"""Has gradient-check check a gradient that is written in Python: plain numbers, NumPy, PyTorch, JAX.

Save this file beside your program; it needs nothing but Python 3.8. The program ends with one call,

    import gradient_check
    gradient_check.serve(loss, gradient, x)          # or serve_vjp(forward, vjp, x)

and is checked by

    npx gradient-check -- python3 model.py

A test, with pytest or any other runner: gradient_check.check("model.py").
Gradient Checking, Live. MIT licence.
"""

import importlib
import json
import math
import os
import shutil
import subprocess
import sys
import traceback

__all__ = ["serve", "serve_vjp", "check"]

PROTOCOL = 1


def serve(loss, gradient, x, sizes=None):
    """Answers gradient-check until it has asked enough.

    loss(x) returns one number, gradient(x) the structure of x. x is a number, a list, an array or a tensor of floats, or a
    dict or list of those; a function of a seed makes one. Both get their argument as x is: the same arrays, type of number
    and device. sizes, such as {"batch": 16}, are numbers that a wrong factor may be recognised by.
    """
    _serve({"loss": loss, "gradient": gradient}, "loss", x, sizes)


def serve_vjp(forward, vjp, x, sizes=None):
    """The same for a layer: forward(x) returns y, and vjp(x, v) the gradient of the sum of v times y, as x is."""
    seen = []

    def remembered(at):
        y = forward(at)
        seen[:] = [y]
        return y

    def with_v(at, v):
        y = seen[0] if seen else remembered(at)
        return vjp(at, _like(y, v))

    _serve({"forward": remembered, "vjp": with_v}, "vjp", x, sizes)


def check(script, *options):
    """Checks a script that calls serve, and raises AssertionError with the report unless its gradient is right.

    options are those of the command: check("model.py", "--directions", "20"). The command is the one that
    GRADIENT_CHECK names, that npm has installed in a folder above, or that is on the PATH.
    """
    __tracebackhide__ = True  # pytest then shows the test, not this function
    ended = subprocess.run(
        [_command(), *options, "--", sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    if ended.returncode != 0:
        raise AssertionError((ended.stdout + ended.stderr).strip())


def _command():
    folder = os.getcwd()
    folders = []
    while folder not in folders:
        folders.append(folder)
        folder = os.path.dirname(folder)
    installed = os.pathsep.join(os.path.join(each, "node_modules", ".bin") for each in folders)
    found = (
        os.environ.get("GRADIENT_CHECK")
        or shutil.which("gradient-check", path=installed)
        or shutil.which("gradient-check")
    )
    if not found:
        raise FileNotFoundError("gradient-check is not installed in this folder, nor on the PATH.")
    return found


def _serve(functions, checks, x, sizes):
    if sys.stdin.isatty():
        sys.exit("This program answers gradient-check: npx gradient-check -- python3 %s" % sys.argv[0])
    # what the program prints, in Python or below, goes to standard error: the lines on standard output are answers
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    point = [None if callable(x) else x]

    def at_point(seed):
        if callable(x):
            point[0] = x(seed)
        return point[0]

    def at(values):
        return _like(point[0], values)

    hello = {"protocol": PROTOCOL, "checks": checks}
    if sizes is not None:
        hello["sizes"] = {name: float(size) for name, size in sizes.items()}
    operations = {
        "point": at_point,
        "loss": lambda values: functions["loss"](at(values)),
        "gradient": lambda values: functions["gradient"](at(values)),
        "forward": lambda values: functions["forward"](at(values)),
        "vjp": lambda both: functions["vjp"](at(both[0]), both[1]),
    }
    failed = False
    for line in sys.stdin:
        request = json.loads(line)
        number = request.pop("id")
        [(operation, argument)] = request.items()
        try:
            answer = hello if operation == "hello" else _plain(operations[operation](argument), operation)
            reply = {"id": number, "answer": answer}
        except Exception as error:
            if not failed:
                traceback.print_exc()  # a step may leave the domain of a loss many times: once is enough
            failed = True
            reply = {"id": number, "error": "%s: %s" % (type(error).__name__, error)}
        answers.write(_json(reply) + "\n")
        answers.flush()


def _plain(value, what):
    """Numbers, lists and dicts of a value that may hold arrays of any kind."""
    kind = str(getattr(value, "dtype", ""))
    if "complex" in kind or isinstance(value, complex):
        raise TypeError("the %s holds complex numbers: give their real and imaginary parts as arrays of their own" % what)
    if what == "point" and ("int" in kind or "bool" in kind):
        raise TypeError("the point is an array of %s, which no small step can move: make it one of floats" % kind)
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, dict):
        return {str(key): _plain(each, what) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each, what) for each in value]
    if hasattr(value, "__float__"):
        return float(value)
    raise TypeError("the %s holds %s, which is no number" % (what, type(value).__name__))


def _like(template, value):
    """Numbers from a request as the same kind of arrays that the template has."""
    if isinstance(template, dict):
        return {key: _like(each, value[str(key)]) for key, each in template.items()}
    if hasattr(template, "new_tensor"):  # PyTorch: the same type of number and device
        return template.new_tensor(value).reshape(template.shape).requires_grad_(template.requires_grad)
    if hasattr(template, "dtype"):
        root = type(template).__module__.split(".")[0]
        arrays = importlib.import_module("jax.numpy" if root in ("jax", "jaxlib") else root)
        return arrays.asarray(value, dtype=template.dtype).reshape(template.shape)
    if isinstance(template, (list, tuple)):
        parts = [_like(each, part) for each, part in zip(template, value)]
        if isinstance(template, list):
            return parts
        return type(template)(*parts) if hasattr(template, "_fields") else tuple(parts)
    return float(value)


def _json(value):
    try:
        return json.dumps(value, allow_nan=False)
    except ValueError:
        return json.dumps(_spelled(value))


def _spelled(value):
    """NaN and the infinities as strings: JSON has no numbers for them."""
    if isinstance(value, dict):
        return {key: _spelled(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_spelled(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
