// @ts-check
// The script of the frame that keeps Python. Each run has a worker of its own, and one that is set up waits for the next
// run. The first worker unpacks Python, starts it, and hands over what a started Python is made of, before any reader's
// code exists; later workers are set up from that. So nothing of one run reaches the next.

/** @param {MessageEvent} start */
function first({ source, ports }) {
  if (source !== parent || ports.length !== 1) return;
  removeEventListener('message', first);
  const [port] = ports;
  let url = '';
  /** What the first worker is given, and later what the others are. @type {unknown} */
  let setup;
  /** @type {Worker | undefined} */
  let worker;
  let isReady = false;
  /** The run under way, also while its worker is not ready. @type {{ task: string, token: string, source: string, deadline: number, messages: number, characters: number } | undefined} */
  let order;
  let count = 0;
  let characters = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let beat;

  /** Messages about a run carry its token, so that the page does not take them for another run's. @param {object} message */
  function say(message) {
    port.postMessage({ ...message, token: order?.token });
  }
  function open() {
    isReady = false;
    const opened = new Worker(url);
    worker = opened;
    opened.onmessage = ({ data }) => {
      // a message that the worker sent before it was ended may still arrive
      if (opened !== worker) return;
      if (isReady) hear(data);
      else ready(data);
    };
    opened.onerror = (event) => {
      event.preventDefault();
      if (opened === worker) fail(event.message || 'Python could not be started.');
    };
    opened.onmessageerror = () => {
      if (opened === worker) fail('Python could not be handed over.');
    };
    opened.postMessage(setup);
  }
  /** @param {{ kit?: unknown, failed?: string }} data */
  function ready({ kit, failed }) {
    if (failed !== undefined) return fail(failed);
    if (kit !== undefined) setup = { kit };
    isReady = true;
    port.postMessage({ kind: 'ready' });
    if (order !== undefined) begin(order);
  }
  /** @param {NonNullable<typeof order>} run */
  function begin({ task, token, source, deadline }) {
    say({ kind: 'begun' });
    timer = setTimeout(stop, deadline, 'deadline');
    worker?.postMessage({ task, token, source });
  }
  /** @param {any} data */
  function hear(data) {
    if (order === undefined) return;
    count += 1;
    // anything but a string would have to be taken apart, here and by the page
    characters += typeof data === 'string' ? data.length : Number.POSITIVE_INFINITY;
    if (count > order.messages || characters > order.characters) return stop('output');
    say({ kind: 'said', data });
    if (!data.startsWith('{"kind":"done"')) return;
    end();
    open();
  }
  function end() {
    clearTimeout(timer);
    clearInterval(beat);
    worker?.terminate();
    worker = undefined;
    order = undefined;
    count = 0;
    characters = 0;
  }
  /** @param {'asked' | 'deadline' | 'output'} reason */
  function stop(reason) {
    if (order === undefined) return;
    say({ kind: 'stopped', reason });
    // a worker that was never given the code serves the next run
    if (!isReady) {
      clearInterval(beat);
      order = undefined;
      return;
    }
    end();
    open();
  }
  /** @param {string} text */
  function fail(text) {
    say({ kind: 'error', text: text.slice(0, 2000) });
    say({ kind: 'stopped', reason: 'failed' });
    end();
    say({ kind: 'broken' });
  }
  port.onmessage = ({ data }) => {
    if (data.command === 'stop') stop('asked');
    if (data.command === 'load' && url === '') {
      url = URL.createObjectURL(new Blob([data.runtime], { type: 'text/javascript' }));
      setup = { packed: data.packed };
      open();
    }
    if (data.command === 'run' && order === undefined) {
      order = data;
      beat = setInterval(say, 500, { kind: 'alive' });
      if (isReady) begin(data);
    }
  };
  port.postMessage({ kind: 'waiting' });
}
addEventListener('message', first);
