"""Runs the reader's code as a program, as a notebook would: its own commands are skipped, and plots are left out."""
import linecache
import sys
from time import perf_counter

from check_errors import FILE, describe, dumps

PLOTTING = {'matplotlib', 'seaborn'}


def without_commands(source):
    """A notebook's own commands (%matplotlib inline, !pip install) are no Python."""
    return '\n'.join('' if line.lstrip()[:1] in ('%', '!') else line for line in source.split('\n'))


def compiled(source, flags=0):
    try:
        return compile(source, FILE, 'exec', flags, dont_inherit=True)
    except SyntaxError:
        other = without_commands(source)
        if other == source:
            raise
        return compile(other, FILE, 'exec', flags, dont_inherit=True)


class Nothing(type(sys)):
    """Stands in for a plotting library: whatever is asked of it, it does nothing."""
    __path__ = []
    __file__ = None

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return Nothing(name)

    def __call__(self, *args, **named):
        return Nothing('nothing')

    def __getitem__(self, key):
        return Nothing('nothing')

    def __iter__(self):
        return iter((Nothing('nothing'), Nothing('nothing')))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


class Finder:
    """Finds the plotting libraries that cells of notebooks import and no check needs."""

    def find_spec(self, name, path=None, target=None):
        outermost = name.partition('.')[0]
        if outermost not in PLOTTING:
            return None
        if name == outermost:
            print(f'{name} is not here: what it is asked to draw is left out.')
        from importlib.machinery import ModuleSpec
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return Nothing(spec.name)

    def exec_module(self, module):
        pass


try:
    import unicodedata
except ImportError:
    # asked for where a name is not ASCII: Greek letters and the like are in normal form as they are typed
    unicodedata = type(sys)('unicodedata')
    unicodedata.normalize = lambda form, text: text
    unicodedata.ucd_3_2_0 = unicodedata
    sys.modules['unicodedata'] = unicodedata

sys.setrecursionlimit(1000)
sys.meta_path.append(Finder())
#: of the program that has run: its names, its text, and the seconds that it took
space, source, took = None, '', 0.0


def run(given):
    """Runs the reader's code; the JSON text that it returns says what went wrong, if anything did."""
    global space, source, took
    source = given
    started = perf_counter()
    linecache.cache[FILE] = (len(source), None, [line + '\n' for line in source.split('\n')], FILE)
    module = type(sys)('__main__')
    sys.modules['__main__'] = module
    space = module.__dict__
    try:
        exec(compiled(source), space)
        return '{}'
    except BaseException as error:
        return dumps(describe(error))
    finally:
        took = perf_counter() - started
        sys.stdout.flush()


def flush(_):
    sys.stdout.flush()
    sys.stderr.flush()
    return ''
