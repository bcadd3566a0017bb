"""The structures that x and its gradient may have: numbers, arrays, and dicts, lists, tuples and dataclasses of them."""
import copy

from numpy import asarray, matrix, number

from check_errors import Refused, type_name

TAKEN = 'Use an array of float64 or float32, a number, or a dict, list, tuple or dataclass of those.'
#: what to do with a value of these types, by the outermost module of the type
OTHERS = {
    'torch': 'Use its numbers: x.detach().numpy() in your own program, or an array of NumPy here.',
    'pandas': 'Use its numbers: x.to_numpy().',
}


def is_real(kind):
    return kind.kind in 'fiu'


def is_dataclass(value):
    return hasattr(type(value), '__dataclass_fields__')


def is_numbers(value):
    """A list that is itself an array: of numbers, or of lists of them, and of no arrays. What has names for its parts is none."""
    if isinstance(value, (list, tuple)):
        return not hasattr(value, '_fields') and all(map(is_numbers, value))
    return isinstance(value, (int, float, number))


def is_nested(value):
    return isinstance(value, dict) or is_dataclass(value) or isinstance(value, (list, tuple)) and not is_numbers(value)


def entries_of(value):
    """What a nested structure holds, as (name, value), in its own order."""
    if isinstance(value, dict):
        return [(name_of(key), inner) for key, inner in value.items()]
    if is_dataclass(value):
        return [(name, getattr(value, name)) for name in type(value).__dataclass_fields__]
    names = getattr(value, '_fields', None) or [f'[{place}]' for place in range(len(value))]
    return list(zip(names, value))


def name_of(key):
    """A key as the page names it. Whole numbers as such would be sorted there, and x has an order."""
    if key == '__proto__':
        raise Refused('x has an entry called __proto__. Give it another name.')
    return key if isinstance(key, str) and not key.isdigit() else f'[{key!r}]'


def leaves_of(value, path=(), above=()):
    """The arrays of a structure in order, as (path, array)."""
    if not is_nested(value):
        yield path, value
        return
    if any(value is each for each in above):
        raise Refused(f"{called(path)} holds itself. {TAKEN}")
    for name, inner in entries_of(value):
        yield from leaves_of(inner, path + (name,), above + (value,))


def rebuild(value, take):
    """A structure like this one, with what `take` gives in place of each of its arrays."""
    if not is_nested(value):
        return take()
    if isinstance(value, dict):
        made = copy.copy(value) if type(value) is not dict else {}
        for key, inner in value.items():
            made[key] = rebuild(inner, take)
        return made
    if is_dataclass(value):
        made = copy.copy(value)
        for name in type(value).__dataclass_fields__:
            object.__setattr__(made, name, rebuild(getattr(value, name), take))
        return made
    parts = [rebuild(inner, take) for inner in value]
    return type(value)(*parts) if hasattr(value, '_fields') else type(value)(parts)


def called(path, whole='x'):
    return f"“{'.'.join(path)}” in {whole}" if path else whole


def array_of(value, path):
    """An array of x. Refuses what has no derivative, and says what to use instead."""
    name = called(path)
    if isinstance(value, matrix):
        raise Refused(f'{name} is an np.matrix, whose * is a matrix product. Use np.array and @.')
    try:
        array = asarray(value)
    except Exception:
        array = None
    if array is not None and is_real(array.dtype):
        return array
    instead = OTHERS.get(type(value).__module__.partition('.')[0])
    if instead is None and array is not None and array.dtype.kind == 'c':
        instead = 'Take its real and its imaginary part as two arrays of real numbers.'
    if instead is None and array is not None and array.dtype.kind == 'b':
        instead = 'A mask has no derivative: leave it out of x, and use it in loss(x) as it is.'
    if instead is None and hasattr(value, 'params'):
        instead = f'Use the arrays that it holds, for example x = {name}.params if that is a dict.'
    raise Refused(f'{name} is {type_name(array if array is not None and array.ndim else value)}. {instead or TAKEN}')


def note_of(array, path):
    """What the reader is told of how an array was taken; None where it was taken as it is."""
    if array.dtype.kind in 'iu':
        return f'{called(path)} holds whole numbers ({array.dtype}); they were taken as float64, since a step h is lost in them.'
    if array.dtype.itemsize not in (4, 8):
        return f'{called(path)} is {array.dtype}; it was taken as float64.'
    return None
