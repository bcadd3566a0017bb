"""The reader's functions at x, such as loss and gradient. For each call x is built anew from one flat list of numbers in
memory, and what was returned is written flat again. Nothing is passed as text but errors and new structures."""
from json import loads
from sys import setprofile, settrace

from numpy import asarray, concatenate, empty, float32, float64, floating, may_share_memory, ndim, zeros

import check_program
from check_errors import Refused, describe, dumps, type_name
from check_names import sizes_in
from check_points import array_of, called, is_nested, is_real, leaves_of, note_of, rebuild

#: what a call says in the first number of its cell; pair.ts has the same
OK, RAISED, REFUSED, NEW_FORM = 0.0, 1.0, 2.0, 3.0
#: functions whose result has the structure of x
LIKE_X = ('gradient', 'vjp')
#: what a check may call, and the reader's functions of these names, of a run: set once, and found unchanged after it
CALLED = ('loss', 'gradient', 'forward', 'vjp', 'jacobian', 'hessian')
functions = ()


class Leaf:
    """One array of x: where its numbers stand in the flat list, and what the reader's functions are given."""

    def __init__(self, value, path, start):
        array = array_of(value, path)
        self.start, self.end, self.shape = start, start + array.size, array.shape
        self.narrow = array.dtype == float32
        self.is_float = isinstance(value, float) and not isinstance(value, floating)
        self.note = note_of(array, path)
        self.values = asarray(array, float).ravel()
        self.form = [list(path), list(array.shape), bool(self.narrow)]

    def made_from(self, flat):
        if self.is_float:
            return float(flat[self.start])
        if self.shape == ():
            return float32(flat[self.start]) if self.narrow else flat[self.start]
        array = flat[self.start:self.end].reshape(self.shape)
        return array.astype(float32) if self.narrow else array.copy()


class Result:
    """What a function returned, in one flat list. Its structure is told when it is not that of the call before."""

    def __init__(self, form=None, size=0):
        self.form, self.flat, self.last = form, zeros(size), ()

    def take(self, value, whole):
        """Returns the arrays of the value, and whether they have another structure than before."""
        arrays, form = [], []
        for path, inner in leaves_of(value):
            array = asarray(inner)
            if not is_real(array.dtype) and array.dtype != bool:
                raise Refused(f'{called(path, whole)} is {type_name(inner)}. Return arrays of real numbers.')
            arrays.append(array)
            form.append([list(path), list(array.shape), bool(array.dtype == float32)])
        is_new = self.form is None or [each[:2] for each in form] != [each[:2] for each in self.form]
        if is_new:
            self.form, self.flat = form, empty(sum(array.size for array in arrays))
        start = 0
        for array in arrays:
            self.flat[start:start + array.size] = array.ravel()
            start += array.size
        return arrays, is_new


class Pair:
    def __init__(self, space, names):
        self.point = space['x']
        self.leaves = leaves_from(self.point)
        size = self.leaves[-1].end if self.leaves else 0
        self.form = [leaf.form for leaf in self.leaves]
        self.flat = concatenate([leaf.values for leaf in self.leaves]) if self.leaves else empty(0)
        self.results = {name: Result(self.form, size) if name in LIKE_X else Result() for name in names}
        self.outputs = None
        self.v = empty(0)
        self.v_leaves = []
        self.cell = zeros(4)
        self.error = None
        self.sizes = sizes_in(space)

    def describe(self):
        return {
            'form': self.form,
            'size': int(self.flat.size),
            'flat': address(self.flat),
            'answers': {name: address(result.flat) for name, result in self.results.items()},
            'cell': address(self.cell),
            'notes': [leaf.note for leaf in self.leaves if leaf.note],
            'sizes': self.sizes,
        }

    def call(self, name, function):
        """Calls one of the reader's functions, and says in the cell how it went."""
        try:
            self.cell[0] = OK
            x, made = built(self.point, self.leaves, self.flat)
            if name == 'loss':
                value = function(x)
                self.cell[1] = value if type(value) is float64 or type(value) is float else number_of(value)
            elif name == 'vjp':
                v, made_v = built(self.outputs, self.v_leaves, self.v)
                self.take(name, function(x, v), made)
                write_back(made_v, self.v_leaves, self.v)
            else:
                self.take(name, function(x), made)
            write_back(made, self.leaves, self.flat)
        except Refused as error:
            self.cell[0] = REFUSED
            self.error = {'text': str(error)}
        except BaseException as error:
            self.cell[0] = RAISED
            self.error = describe(error)

    def take(self, name, value, made):
        if value is None:
            raise Refused(f"{name}({'x, v' if name == 'vjp' else 'x'}) returned None: is there a return?")
        if name in LIKE_X and not is_nested(self.point) and is_nested(value) and isinstance(value, (list, tuple)) and len(value) == 1:
            value = value[0]
        result = self.results[name]
        whole = f'the {name}' if name in LIKE_X else f'{name}(x)'
        arrays, is_new = result.take(value, whole)
        if name == 'forward':
            self.outputs = value
        if is_new:
            self.error = {'form': result.form, 'address': address(result.flat), 'size': int(result.flat.size)}
            if name == 'forward':
                self.v_leaves = leaves_from(value)
                self.v = zeros(result.flat.size)
                self.error['v'] = address(self.v)
            self.cell[0] = NEW_FORM
        self.cell[2] = any(may_share_memory(array, leaf) for array in arrays for leaf in made if ndim(leaf))
        self.cell[3] = any(may_share_memory(array, old) for array in arrays for old in result.last)
        result.last = [array for array in arrays if array.ndim]


def leaves_from(point):
    leaves = []
    for path, value in leaves_of(point):
        leaves.append(Leaf(value, path, leaves[-1].end if leaves else 0))
    return leaves


def built(point, leaves, flat):
    """A point from its numbers, and its arrays in order."""
    made = [leaf.made_from(flat) for leaf in leaves]
    if not is_nested(point):
        return made[0], made
    each = iter(made)
    return rebuild(point, lambda: next(each)), made


def write_back(made, leaves, flat):
    """What a function has left of its argument: the checker sees whether it was changed."""
    for leaf, array in zip(leaves, made):
        if leaf.shape != ():
            flat[leaf.start:leaf.end] = array.ravel()


def address(array):
    return array.__array_interface__['data'][0]


def number_of(value):
    if value is None:
        raise Refused('loss(x) returned None: is there a return?')
    if isinstance(value, tuple):
        raise Refused(f'loss(x) returned a tuple of {len(value)}. If it returns the loss and the gradient together, write: loss = lambda x: both(x)[0] and gradient = lambda x: both(x)[1].')
    array = asarray(value)
    if not is_real(array.dtype):
        raise Refused(f'loss(x) returned {type_name(value)}. Return one real number.')
    if array.size != 1:
        raise Refused(f'loss(x) returned an array of shape {array.shape}. Return one number: its sum or its mean.')
    return array.item()


pair = None


def start(given):
    global pair, functions
    # what the reader's program has set to watch its functions would watch these too
    settrace(None)
    setprofile(None)
    try:
        names = loads(given)
        space = check_program.space
        functions = tuple(space[name] if name in names else None for name in CALLED)
        pair = Pair(space, names)
        return dumps(pair.describe())
    except Refused as error:
        return dumps({'text': str(error)})
    except BaseException as error:
        return dumps(describe(error))


def caller(at):
    return lambda: pair.call(CALLED[at], functions[at])


call_loss, call_gradient, call_forward, call_vjp, call_jacobian, call_hessian = map(caller, range(len(CALLED)))


def last_error(_):
    return dumps(pair.error)
