/** What a program in Python may try against the walls round it. */

/** Ways out, each of which raises an exception. PORT is that of a server that listens. */
export const WAYS: readonly (readonly [way: string, code: string])[] = [
  ['JavaScript', 'import js'],
  ['JavaScript, as Pyodide has it', 'from pyodide.code import run_js'],
  ['CoWasm’s own bridge', 'import cowasm_importer'],
  ['a module that the bridge would give', '__import__("js").fetch("http://127.0.0.1:PORT/")'],
  ['a socket', 'import socket\nsocket.create_connection(("127.0.0.1", PORT))'],
  ['the socket module of C', 'import _socket\n_socket.socket()'],
  ['HTTP', 'import urllib.request\nurllib.request.urlopen("http://127.0.0.1:PORT/")'],
  ['HTTP, a level below', 'import http.client\nhttp.client.HTTPConnection("127.0.0.1", PORT).request("GET", "/")'],
  ['a browser', 'import webbrowser\nassert webbrowser.open("http://127.0.0.1:PORT/")'],
  ['NumPy’s way to data elsewhere', 'import numpy as np\nnp.DataSource(None).open("http://127.0.0.1:PORT/x.txt")'],
  ['another process', 'import subprocess\nsubprocess.run(["ls"], check=True)'],
  ['a fork', 'import os\nos.fork()'],
  ['the shell', 'import os\nassert os.system("ls") == 0'],
  ['a pipe', 'import os\nos.popen("ls").read()'],
  ['another program in place of this one', 'import os\nos.execv("/bin/ls", ["ls"])'],
  ['several processes', 'import multiprocessing\nmultiprocessing.Process(target=print).start()'],
  ['foreign functions', 'import ctypes\nctypes.CDLL(None)'],
  ['foreign functions, a level below', 'import _ctypes\n_ctypes.dlopen(None, 0)'],
  ['foreign functions, by NumPy', 'import numpy as np\nnp.ctypeslib.load_library("libc", "/")'],
  ['a thread', 'import _thread\n_thread.start_new_thread(print, ())'],
  ['a signal', 'import signal, os\nos.kill(os.getpid(), signal.SIGKILL)'],
  ['a new file', 'open("/left", "w").write("x")'],
  ['a file of Python’s own', 'import os\nopen(os.__file__ + "c", "ab").write(b"x")'],
  ['a file, by NumPy', 'import numpy as np\nnp.save("/left.npy", np.ones(3))'],
  ['a file mapped into memory', 'import numpy as np\nnp.memmap("/left", dtype=float, mode="w+", shape=3)'],
  ['a folder', 'import os\nos.mkdir("/left")'],
  ['a file that is removed', 'import os\nos.remove("/usr/lib/python3.11/os.pyc")'],
  ['the host’s files', 'open("/etc/passwd")'],
  ['what a process knows of itself', 'open("/proc/self/environ")'],
  ['a way up', 'open("/usr/../../../etc/passwd")'],
  ['a link', 'import os\nos.symlink("/", "/left")'],
  [
    'a library of its own',
    'import importlib.machinery\nimportlib.machinery.ExtensionFileLoader("x", "/x.so").load_module()',
  ],
];

/** All the ways in one program, which prints `OUT` and the way for each that leads anywhere. */
export const everyWay = (port: number): string =>
  `${WAYS.map(
    ([way, code]) => `try:
    exec(${JSON.stringify(code.replaceAll('PORT', String(port)))}, {})
    print('OUT', ${JSON.stringify(way)})
except BaseException:
    pass
`,
  ).join('')}print('ran')`;

/** A pair with a wrong gradient, after what is to have it pass. */
export const forged = (begin: string): string => `import numpy as np
${begin}
x = np.array([1.0, -2.0, 0.5])
def loss(w): return w @ w
def gradient(w): return 3 * w
`;

/** A report that no check has made. */
const FORGED = JSON.stringify({
  kind: 'result',
  text: 'forged',
  result: {
    report: {
      verdict: 'pass',
      findings: [],
      elements: [],
      groups: [],
      ranking: [],
      evaluations: 1,
      gradientEvaluations: 1,
      value: 1,
      noise: 0,
      relativeFloor: 0,
      detectable: { worst: 0, median: 0 },
    },
    size: 0,
    text: 'forged',
  },
});

/** What such a program does before its pair. None of it has the pair pass. */
export const FORGERIES: readonly (readonly [way: string, begin: string])[] = [
  ['nothing at all', ''],
  [
    'a method of what reads the pair',
    `import check_pair
real = check_pair.Pair.call
def call(self, name, function):
    return real(self, name, (lambda w: 2 * w) if name == 'gradient' else function)
check_pair.Pair.call = call`,
  ],
  [
    'the code of a function that reads the pair',
    `import check_pair
def take(self, name, value, made):
    value *= 2 / 3
    self.results[name].flat[:] = value
check_pair.Pair.take.__code__ = take.__code__`,
  ],
  ['the defaults of such a function', 'import check_points\ncheck_points.leaves_of.__defaults__ = ((), ((),))'],
  [
    'a module of that name',
    `import sys, types
own = types.ModuleType('check_pair')
own.__dict__.update(sys.modules['check_pair'].__dict__)
def start(given):
    own.pair = own.Pair({'x': x, 'loss': loss, 'gradient': lambda w: 2 * w}, own.loads(given))
    return own.dumps(own.pair.describe())
own.start = start
own.caller = lambda name: lambda: own.pair.call(name)
own.call_loss, own.call_gradient = own.caller('loss'), own.caller('gradient')
own.last_error = lambda _: own.dumps(own.pair.error)
sys.modules['check_pair'] = own`,
  ],
  ['a name that hides one of Python’s own', 'import check_pair\ncheck_pair.getattr = getattr\ncheck_pair.type = type'],
  ['Python’s own functions', 'import builtins\nbuiltins.any = lambda each: False'],
  [
    'NumPy’s functions',
    `for name in 'asarray concatenate empty zeros may_share_memory ndim ravel'.split():
    setattr(np, name, lambda *given, **named: np.array([2.0, -4.0, 1.0]))`,
  ],
  ['the writer of JSON', `import json\njson.dumps = lambda *given, **named: ${JSON.stringify(FORGED)}`],
  [
    'an error that is a report',
    `import check_program
check_program.dumps = lambda *given: ${JSON.stringify(FORGED)}
raise ValueError`,
  ],
  ['a report that is printed', `print(${JSON.stringify(FORGED)})\nprint('{"kind":"done","milliseconds":1}')`],
  [
    'a watch on every call',
    `import sys
def watch(frame, event, given):
    if frame.f_locals.get('name') == 'gradient':
        frame.f_globals['functions'] = tuple(lambda w: 2 * w for _ in range(6))
sys.setprofile(watch)`,
  ],
  [
    'the list of functions, whenever memory is collected',
    `import check_pair, gc
def late(phase, given):
    if check_pair.functions:
        check_pair.functions = (check_pair.functions[0],) + 5 * (lambda w: 2 * w,)
gc.callbacks.append(late)
gc.set_threshold(1)`,
  ],
  [
    'what a function of the glue has from another',
    `import check_pair
check_pair.call_gradient.__closure__[0].cell_contents = 5
def hessian(w): return 2 * w`,
  ],
  [
    'the encoder that the json module keeps',
    `import json
right = np.array([2.0, -4.0, 1.0])
real = json._default_encoder.encode
def encode(value):
    if isinstance(value, dict) and 'answers' in value:
        value['answers']['gradient'] = right.__array_interface__['data'][0]
    return real(value)
json._default_encoder.encode = encode`,
  ],
  [
    'the encoder of the json module',
    `import json
real = json.JSONEncoder.encode
json.JSONEncoder.encode = lambda self, value: real(self, value)`,
  ],
];

/** Names that would lead from a point to what all objects of JavaScript have. */
export const POLLUTION = `import numpy as np
class Layer:
    __dataclass_fields__ = {'__proto__': None, 'W': None}
    def __init__(self, W):
        object.__setattr__(self, 'W', W)
    def __getattribute__(self, name):
        if name == '__proto__':
            return {'verdict': np.ones(2)}
        return object.__getattribute__(self, name)
x = Layer(np.ones(2))
def loss(layer): return layer.W @ layer.W
def gradient(layer): return Layer(3 * layer.W)
`;
