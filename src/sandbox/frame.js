// @ts-check
// The script of the sandboxed frame. It starts one worker, hands its messages on marked as such, and ends it: at the
// deadline, after too much output, or when the page says so. Its heartbeat stops when the browser ends the process that
// both live in, as it does when memory runs out. The worker's code sees neither this window nor the page's.

/** @param {MessageEvent} start */
function first({ source, ports }) {
  if (source !== parent || ports.length !== 1) return;
  removeEventListener('message', first);
  const [port] = ports;
  /** @type {Worker | undefined} */
  let worker;
  let url = '';
  let timer = 0;
  let beat = 0;

  /** @param {unknown} text @param {{ line?: number, column?: number }} [place] */
  function complain(text, place) {
    port.postMessage({ kind: 'error', text: String(text).slice(0, 2000), ...place });
  }
  function end() {
    clearTimeout(timer);
    clearInterval(beat);
    worker?.terminate();
    worker = undefined;
    URL.revokeObjectURL(url);
  }
  /** @param {'asked' | 'deadline' | 'output' | 'failed'} reason */
  function stop(reason) {
    if (worker === undefined) return;
    end();
    port.postMessage({ kind: 'stopped', reason });
  }
  /** @param {{ program: string, task: string, token: string, linesBefore: number, deadline: number, messages: number, characters: number }} run */
  function run({ program, task, token, linesBefore, deadline, messages, characters: mostCharacters }) {
    let count = 0;
    let characters = 0;
    url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    worker = new Worker(url);
    worker.onmessage = ({ data }) => {
      if (worker === undefined) return;
      count += 1;
      // anything but a string would have to be taken apart, here and by the page
      characters += typeof data === 'string' ? data.length : Number.POSITIVE_INFINITY;
      if (count > messages || characters > mostCharacters) return stop('output');
      port.postMessage({ kind: 'said', data });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      complain(event.message || 'The code could not be started.', { line: event.lineno, column: event.colno });
      stop('failed');
    };
    worker.onmessageerror = () => stop('failed');
    worker.postMessage({ task, token, linesBefore });
    timer = setTimeout(stop, deadline, 'deadline');
    beat = setInterval(() => port.postMessage({ kind: 'alive' }), 500);
  }

  port.onmessage = ({ data }) => {
    if (data.command === 'stop') stop('asked');
    if (data.command !== 'run' || worker !== undefined) return;
    try {
      run(data);
    } catch (error) {
      complain(error);
      stop('failed');
    }
  };
  port.postMessage({ kind: 'ready' });
}
addEventListener('message', first);
