"""Takes out of compiled Python files what a reader of a web page never sees: doc strings, and the paths of the machine
that compiled them. What is left behaves as before. Runs at build, in the very Python that will load the files."""
import base64
import dis
import marshal
import types

#: bytes before the code in a compiled file: its version, flags, and how it is checked against its source
HEADER = 16
#: flag of PEP 552: not checked against a source file, which is not there
UNCHECKED = (1).to_bytes(4, 'little') + bytes(8)
#: these have no doc string: their first constant is one of the program's
NO_DOC = {'<genexpr>', '<listcomp>', '<dictcomp>', '<setcomp>', '<lambda>'}
IS_FUNCTION = 1


def stripped(code, name):
    consts = list(code.co_consts)
    if consts and isinstance(consts[0], str) and code.co_name not in NO_DOC and (code.co_flags & IS_FUNCTION or begins_with_doc(code)):
        consts[0] = ''  # not None, which NumPy takes only under -OO
    consts = [stripped(each, name) if isinstance(each, types.CodeType) else each for each in consts]
    return code.replace(co_consts=tuple(consts), co_filename=name)


def begins_with_doc(code):
    """Whether the first thing that a module or a class assigns is its doc string."""
    previous = None
    for count, each in enumerate(dis.get_instructions(code)):
        if each.opname == 'STORE_NAME' and each.argval == '__doc__':
            return previous is not None and previous.opname == 'LOAD_CONST' and previous.arg == 0
        if count > 12:
            return False
        previous = each
    return False


def strip(given):
    """`path|name` as the stripped file in base64; `name` is what tracebacks call it."""
    path, name = given.split('|')
    with open(path, 'rb') as file:
        data = file.read()
    code = stripped(marshal.loads(data[HEADER:]), name)
    return base64.b64encode(data[:4] + UNCHECKED + marshal.dumps(code)).decode()
