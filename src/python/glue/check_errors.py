"""What the reader is told when something goes wrong, with the place in the reader's own code."""
import traceback
from json import JSONEncoder

#: the name of the reader's code in tracebacks
FILE = 'your code'
LONGEST = 1900

#: what to do in place of importing these
INSTEAD = {
    'torch': 'PyTorch does not run in a page. Check its gradients in your own program, with torch.autograd.gradcheck, '
    'and paste what it prints into “Read a failure”; or write the loss and its gradient in NumPy here.',
    'jax': 'JAX does not run in a page. Check its gradients in your own program, with jax.test_util.check_grads, and '
    'paste what it prints into “Read a failure”; or write the loss and its gradient in NumPy here.',
    'tensorflow': 'TensorFlow does not run in a page. Write the loss and its gradient in NumPy here.',
    'pandas': 'pandas is not here. Write the few rows that the check needs as an array: np.array([[1.0, 2.0], ...]).',
    'scipy': 'SciPy is not here. Write the function with NumPy, such as 1 / (1 + np.exp(-z)) for scipy.special.expit.',
    'sklearn': 'scikit-learn is not here. Make a few rows of data with np.random.default_rng(0).normal(size=(5, 3)).',
}
NO_MODULE = 'Here are NumPy and a part of Python’s own library, and nothing else.'
NO_FILE = 'There are no files here: write the data into the code, or make it with np.random.default_rng(0).'


def dumps(value):
    """As JSON. The encoder that the json module keeps for itself could be changed without a trace."""
    return JSONEncoder().encode(value)


class Refused(Exception):
    """Said to the reader as it stands, without a traceback."""


def with_article(word):
    return f"{'an' if str(word)[:1] in 'aeiou' else 'a'} {word}"


def type_name(value):
    """How a value that is no array of real numbers is called: `a complex128`, `a str`."""
    kind = getattr(value, 'dtype', None)
    return with_article(type(value).__name__ if kind is None or kind == object else kind)


def message_of(error):
    name = type(error).__name__
    if isinstance(error, SyntaxError):
        text = f'{name}: {error.msg}'
    else:
        said = str(error)
        text = f'{name}: {said}' if said else name
    if isinstance(error, ModuleNotFoundError):
        text += '. ' + INSTEAD.get((error.name or '').partition('.')[0], NO_MODULE)
    elif isinstance(error, FileNotFoundError):
        text += '. ' + NO_FILE
    return shortened(text)


def shortened(text):
    return text if len(text) <= LONGEST else f'{text[:LONGEST // 2]}\n…\n{text[-LONGEST // 2:]}'


def column_of(frame):
    """Where in its line a frame of a traceback stands, counted from 1; None where Python does not know."""
    spots = list(frame.tb_frame.f_code.co_positions())
    line, _, column, _ = spots[frame.tb_lasti // 2] if 0 <= frame.tb_lasti < 2 * len(spots) else (None,) * 4
    return column + 1 if line == frame.tb_lineno and column is not None else None


def describe(error):
    """An exception as a record: its message, the place where it left the reader's code, and how it came there."""
    frames = []
    first = frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == FILE:
            frames.append(frame)
        frame = frame.tb_next
    while first is not None and first not in frames:
        first = first.tb_next
    described = {'text': 'Something was raised that cannot be shown.'}
    try:
        described['text'] = message_of(error)
        if isinstance(error, SyntaxError) and error.filename == FILE:
            described.update(line=error.lineno, column=error.offset)
        elif frames:
            described.update(line=frames[-1].tb_lineno, column=column_of(frames[-1]))
            if first.tb_next is not None:
                described['traceback'] = shortened(''.join(traceback.format_exception(type(error), error, first)).strip())
    except BaseException:
        pass
    return {key: value for key, value in described.items() if value is not None}
