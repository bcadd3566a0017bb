/**
 * The script of the sandboxed frame, as text: it must be inline (the frame has an opaque origin and no URL of its own)
 * and is let in by its hash. It starts one worker, hands its messages on marked as such, and ends it: at the deadline,
 * at too much output, or when the page says so. Its heartbeat stops when the browser ends the process that both live
 * in, as it does when memory runs out. The worker's code never sees this window, nor the page's.
 */
export const FRAME_SCRIPT = `'use strict';
addEventListener('message', function first(event) {
  if (event.source !== parent || event.ports.length !== 1) return;
  removeEventListener('message', first);
  var port = event.ports[0], worker = null, timer = 0, beat = 0, url = '';
  function end() {
    clearTimeout(timer);
    clearInterval(beat);
    if (worker !== null) { worker.terminate(); worker = null; }
    URL.revokeObjectURL(url);
  }
  function stop(reason) { if (worker === null) return; end(); port.postMessage({ kind: 'stopped', reason: reason }); }
  port.onmessage = function (message) {
    var data = message.data;
    if (data.command === 'stop') return stop('asked');
    if (data.command !== 'run' || worker !== null) return;
    var count = 0;
    try {
      url = URL.createObjectURL(new Blob([data.program], { type: 'text/javascript' }));
      worker = new Worker(url);
      worker.onmessage = function (each) {
        if (worker === null) return;
        if (++count > data.messages) return stop('output');
        port.postMessage({ kind: 'said', data: each.data });
        if (each.data && each.data.kind === 'done') end();
      };
      worker.onerror = function (event) {
        event.preventDefault();
        port.postMessage({ kind: 'error', text: String(event.message || 'The code could not be started.').slice(0, 2000), line: event.lineno, column: event.colno });
        stop('failed');
      };
      worker.onmessageerror = function () { stop('failed'); };
      worker.postMessage({ task: data.task, token: data.token, linesBefore: data.linesBefore });
      timer = setTimeout(stop, data.deadline, 'deadline');
      beat = setInterval(function () { port.postMessage({ kind: 'alive' }); }, 500);
    } catch (error) {
      port.postMessage({ kind: 'error', text: String(error).slice(0, 2000) });
      stop('failed');
    }
  };
  port.postMessage({ kind: 'ready' });
});`;

/** What the frame may load: its own script, and workers that it makes from text. Nothing from any network. */
export const FRAME_POLICY = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:";

/** A whole document, so that it works offline, under any path, and without a request. */
export const FRAME_DOCUMENT = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><title>Sandbox</title><script>${FRAME_SCRIPT}</script>`;
