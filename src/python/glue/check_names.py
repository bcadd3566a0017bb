"""What the reader's code defines, by its names."""
from json import loads

from numpy import integer, ndarray

import check_program
from check_errors import dumps

MOST_SIZES = 40


def callables(given):
    """Which of these names the code has: as functions, but for x."""
    space = check_program.space
    return dumps([name for name in loads(given) if name in space and (name == 'x' or callable(space[name]))])


def missing(given):
    """What to say where the code lacks some of the names that a check needs."""
    names, needs = loads(given)
    own = {name: value for name, value in check_program.space.items() if not name.startswith('_')}
    functions = [name for name, value in own.items() if callable(value) and getattr(value, '__module__', '') == '__main__']
    points = [name for name, value in own.items() if isinstance(value, (ndarray, dict, float))]
    text = f"There is no {' and no '.join(names)} in your code. The check needs {', '.join(needs[:-1])} and {needs[-1]}."
    if functions or points:
        f, derivative = (functions + ['...', '...'])[:2]
        bare = ', '.join(each.partition('(')[0] for each in needs)
        text += f" It defines {', '.join(functions + points)}: name them, for example {bare} = {f}, {derivative}, {(points + ['...'])[0]}"
    return text


def sizes_in(space):
    """Lengths that a mean might be over, by the reader's own names: whole numbers, and the axes of arrays."""
    found = {}
    for name, value in space.items():
        if name.startswith('_') or name == 'x' or len(found) >= MOST_SIZES:
            continue
        if isinstance(value, (int, integer)) and not isinstance(value, bool) and value > 1:
            found[name] = int(value)
        elif isinstance(value, ndarray):
            for axis, length in enumerate(value.shape):
                if length > 1:
                    found[f'{name}.shape[{axis}]'] = int(length)
    return found
