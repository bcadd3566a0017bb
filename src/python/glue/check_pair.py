"""The reader's loss and gradient at x. For each call x is built anew from one flat list of numbers in memory, and what the
gradient returned is written flat again. Nothing is passed as text but errors."""
import json

import numpy as np

import check_program
from check_errors import Refused, describe, type_name
from check_points import array_of, called, is_nested, is_real, leaves_of, note_of, rebuild

#: what a call says in the first number of its cell; pair.ts has the same
OK, RAISED, REFUSED, OTHER_FORM = 0.0, 1.0, 2.0, 3.0
MOST_SIZES = 40


class Leaf:
    """One array of x: where its numbers stand in the flat list, and what the reader's functions are given."""

    def __init__(self, value, path, start):
        array = array_of(value, path)
        self.start, self.end, self.shape = start, start + array.size, array.shape
        self.narrow = array.dtype == np.float32
        self.is_float = isinstance(value, float) and not isinstance(value, np.floating)
        self.note = note_of(array, path)
        self.values = np.asarray(array, float).ravel()
        self.form = [list(path), list(array.shape), bool(self.narrow)]

    def made_from(self, flat):
        if self.is_float:
            return float(flat[self.start])
        if self.shape == ():
            return np.float32(flat[self.start]) if self.narrow else flat[self.start]
        array = flat[self.start:self.end].reshape(self.shape)
        return array.astype(np.float32) if self.narrow else array.copy()


class Pair:
    def __init__(self, space):
        missing = [name for name in ('loss', 'gradient') if not callable(space.get(name))]
        if 'x' not in space:
            missing.append('x')
        if missing:
            raise Refused(what_is_missing(missing, space))
        self.loss_function, self.gradient_function, self.point = space['loss'], space['gradient'], space['x']
        self.leaves = []
        size = 0
        for path, value in leaves_of(self.point):
            self.leaves.append(Leaf(value, path, size))
            size = self.leaves[-1].end
        self.form = [leaf.form for leaf in self.leaves]
        self.flat = np.concatenate([leaf.values for leaf in self.leaves]) if self.leaves else np.empty(0)
        self.answer = np.zeros(size)
        self.cell = np.zeros(4)
        self.error = None
        self.last = ()
        self.sizes = sizes_in(space)

    def describe(self):
        return {
            'form': self.form,
            'size': int(self.flat.size),
            'flat': address(self.flat),
            'answer': address(self.answer),
            'cell': address(self.cell),
            'notes': [leaf.note for leaf in self.leaves if leaf.note],
            'sizes': self.sizes,
        }

    def build(self):
        flat = self.flat
        made = [leaf.made_from(flat) for leaf in self.leaves]
        if not is_nested(self.point):
            return made[0], made
        each = iter(made)
        return rebuild(self.point, lambda: next(each)), made

    def write_back(self, made):
        """What the function has left of its argument: the checker sees whether it was changed."""
        for leaf, array in zip(self.leaves, made):
            if leaf.shape != ():
                self.flat[leaf.start:leaf.end] = array.ravel()

    def call(self, function):
        """Runs one of the methods below, and says in the cell how it went."""
        try:
            self.cell[0] = OK
            function()
        except Refused as error:
            self.cell[0] = REFUSED
            self.error = {'text': str(error)}
        except BaseException as error:
            self.cell[0] = RAISED
            self.error = describe(error)

    def loss(self):
        x, made = self.build()
        value = self.loss_function(x)
        if type(value) is not np.float64 and type(value) is not float:
            value = number_of(value)
        self.cell[1] = value
        self.write_back(made)

    def gradient(self):
        x, made = self.build()
        value = self.gradient_function(x)
        if not is_nested(self.point) and is_nested(value) and isinstance(value, (list, tuple)) and len(value) == 1:
            value = value[0]
        arrays, form = [], []
        for path, inner in leaves_of(value):
            array = np.asarray(inner)
            if not is_real(array.dtype) and array.dtype != bool:
                raise Refused(f"{called(path, 'the gradient')} is {type_name(inner)}. Return arrays of real numbers in the structure of x.")
            arrays.append(array)
            form.append([list(path), list(array.shape), bool(array.dtype == np.float32)])
        if [each[:2] for each in form] == [each[:2] for each in self.form]:
            start = 0
            for array in arrays:
                self.answer[start:start + array.size] = array.ravel()
                start += array.size
        else:
            self.other = np.concatenate([np.asarray(array, float).ravel() for array in arrays]) if arrays else np.empty(0)
            self.error = {'form': form, 'address': address(self.other), 'size': int(self.other.size)}
            self.cell[0] = OTHER_FORM
        self.cell[2] = any(np.may_share_memory(array, leaf) for array in arrays for leaf in made if np.ndim(leaf))
        self.cell[3] = any(np.may_share_memory(array, old) for array in arrays for old in self.last)
        self.last = [array for array in arrays if array.ndim]
        self.write_back(made)


def sizes_in(space):
    """Lengths that a mean might be over, by the reader's own names: whole numbers, and the axes of arrays."""
    found = {}
    for name, value in space.items():
        if name.startswith('_') or name == 'x' or len(found) >= MOST_SIZES:
            continue
        if isinstance(value, (int, np.integer)) and not isinstance(value, bool) and value > 1:
            found[name] = int(value)
        elif isinstance(value, np.ndarray):
            for axis, length in enumerate(value.shape):
                if length > 1:
                    found[f'{name}.shape[{axis}]'] = int(length)
    return found


def address(array):
    return array.__array_interface__['data'][0]


def number_of(value):
    if value is None:
        raise Refused('loss(x) returned None: is there a return?')
    if isinstance(value, tuple):
        raise Refused(f'loss(x) returned a tuple of {len(value)}. If it returns the loss and the gradient together, write: loss = lambda x: both(x)[0] and gradient = lambda x: both(x)[1].')
    array = np.asarray(value)
    if not is_real(array.dtype):
        raise Refused(f'loss(x) returned {type_name(value)}. Return one real number.')
    if array.size != 1:
        raise Refused(f'loss(x) returned an array of shape {array.shape}. Return one number: its sum or its mean.')
    return array.item()


def what_is_missing(names, space):
    own = {name: value for name, value in space.items() if not name.startswith('_')}
    functions = [name for name, value in own.items() if callable(value) and getattr(value, '__module__', '') == '__main__']
    points = [name for name, value in own.items() if isinstance(value, (np.ndarray, dict, float))]
    text = f"There is no {' and no '.join(names)} in your code. The check needs loss(x), gradient(x) and x."
    if functions or points:
        loss, gradient = (functions + ['...', '...'])[:2]
        text += f" It defines {', '.join(functions + points)}: name them, for example loss, gradient, x = {loss}, {gradient}, {(points + ['...'])[0]}"
    return text


pair = None


def start(_):
    global pair
    try:
        pair = Pair(check_program.space)
        return json.dumps(pair.describe())
    except Refused as error:
        return json.dumps({'text': str(error)})
    except BaseException as error:
        return json.dumps(describe(error))


def call_loss():
    pair.call(pair.loss)


def call_gradient():
    pair.call(pair.gradient)


def last_error(_):
    return json.dumps(pair.error)
