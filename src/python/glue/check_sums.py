"""What the gradient would be if += on an indexed array added up all terms of equal indices, as np.add.at does: the reader's
program is run once more with that one change, and what it prints then is not shown."""
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

from numpy import add, asarray, ndarray, zeros

import check_pair
import check_program
from check_errors import FILE, dumps

#: seconds: a program that takes longer is not run twice
LONGEST = 0.5
#: names that no program can have
ADD, INDEX = 'check add', 'check index'


class Index:
    """Gives back what stands between the brackets."""

    def __getitem__(self, index):
        return index


def has_equal(array, index):
    """Whether an index of this array names one of its elements more than once."""
    parts = index if isinstance(index, tuple) else (index,)
    if not any(isinstance(part, (list, ndarray)) and asarray(part).dtype.kind in 'iu' for part in parts):
        return False
    seen = zeros(array.shape, 'int32')
    add.at(seen, index, 1)
    return seen.size > 0 and seen.max() > 1


def adding(lines):
    """What stands in for `array[index] += term`. The lines at which that makes a difference are noted."""

    def add_up(array, index, term, line):
        if isinstance(array, ndarray) and has_equal(array, index):
            lines.add(line)
            add.at(array, index, term)
        else:
            array[index] += term

    return add_up


def changed(source):
    """The program with a call of `add_up` for each += on something indexed."""
    import ast

    class Adding(ast.NodeTransformer):
        def visit_AugAssign(self, node):
            target = node.target
            if not isinstance(node.op, ast.Add) or not isinstance(target, ast.Subscript):
                return node
            index = ast.Subscript(ast.Name(INDEX, ast.Load()), target.slice, ast.Load())
            given = [target.value, index, node.value, ast.Constant(node.lineno)]
            return ast.copy_location(ast.Expr(ast.Call(ast.Name(ADD, ast.Load()), given, [])), node)

    tree = Adding().visit(check_program.compiled(source, ast.PyCF_ONLY_AST))
    return compile(ast.fix_missing_locations(tree), FILE, 'exec', dont_inherit=True)


result = None


def gradient(_):
    """The line, and where the gradient at x lies; `null` where nothing is added up, or it cannot be had."""
    global result
    pair, lines = check_pair.pair, set()
    if '+=' not in check_program.source or check_program.took > LONGEST:
        return 'null'
    main, module = sys.modules['__main__'], type(sys)('__main__')
    space = module.__dict__
    space[ADD], space[INDEX] = adding(lines), Index()
    try:
        sys.modules['__main__'] = module
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            exec(changed(check_program.source), space)
            x, _ = check_pair.built(pair.point, pair.leaves, pair.flat)
            value = space['gradient'](x)
        result = check_pair.Result(pair.form, pair.flat.size)
        _, is_new = result.take(value, 'the gradient')
        if is_new or not lines:
            return 'null'
        return dumps({'line': min(lines), 'address': check_pair.address(result.flat)})
    except BaseException:
        return 'null'
    finally:
        sys.modules['__main__'] = main
