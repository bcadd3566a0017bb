import { describe, expect, it } from 'vitest';
import { freshPython, runIn } from './support.ts';

/** Ways out that a program in Python may try, and what each of them raises. */
const WAYS: readonly (readonly [way: string, code: string])[] = [
  ['JavaScript', 'import js'],
  ['JavaScript, as Pyodide has it', 'from pyodide.code import run_js'],
  ['CoWasm’s own bridge', 'import cowasm_importer'],
  ['a socket', 'import socket\nsocket.create_connection(("127.0.0.1", 80))'],
  ['the socket module of C', 'import _socket\n_socket.socket()'],
  ['HTTP', 'import urllib.request\nurllib.request.urlopen("http://127.0.0.1/")'],
  ['another process', 'import subprocess\nsubprocess.run(["ls"], check=True)'],
  ['a fork', 'import os\nos.fork()'],
  ['the shell', 'import os\nassert os.system("ls") == 0'],
  ['foreign functions', 'import ctypes\nctypes.CDLL(None)'],
  ['a thread', 'import _thread\n_thread.start_new_thread(print, ())'],
  ['a new file', 'open("/left", "w").write("x")'],
  ['a file of Python’s own', 'import os\nopen(os.__file__ + "c", "ab").write(b"x")'],
  ['a folder', 'import os\nos.mkdir("/left")'],
  ['a file that is removed', 'import os\nos.remove("/usr/lib/python3.11/os.pyc")'],
  ['the host’s files', 'open("/etc/passwd")'],
  ['a way up', 'open("/usr/../../../etc/passwd")'],
  ['a link', 'import os\nos.symlink("/", "/left")'],
  [
    'a library of its own',
    'import importlib.machinery\nimportlib.machinery.ExtensionFileLoader("x", "/x.so").load_module()',
  ],
];

const python = freshPython();

describe('a program in Python does not get out by', () => {
  it.each(WAYS)('%s', (_, code) => {
    expect(runIn(python, code, 'run').error?.text).toBeDefined();
  });
});

describe('what one run leaves', () => {
  it('is not there in the next, which is set up from the image', () => {
    runIn(freshPython(), 'import numpy as np, builtins\nnp.sum = lambda a: 7\nbuiltins.kept = 1', 'run');
    const after = 'import numpy as np, builtins\nprint(np.sum([1.0, 2.0]), hasattr(builtins, "kept"))';
    expect(runIn(freshPython(), after, 'run').output).toBe('3.0 False\n');
  });
});
