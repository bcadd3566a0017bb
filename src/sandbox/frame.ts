import script from './frame.js?raw';
import python from './python-frame.js?raw';

/**
 * A sandboxed frame as a whole document: it works offline, under any path, and without a request. The frame has an opaque
 * origin and no address of its own, so its script is inline; every page's policy names the hash of it. It may load its
 * own script, and workers that it makes from text, and nothing from any network.
 */
const documentOf = (text: string, also = '') =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob:${also}; worker-src blob:"><title>Sandbox</title><script>${text}</script>`;

/** For the reader's TypeScript. */
export const FRAME_DOCUMENT = documentOf(script);

/** For the reader's Python, whose interpreter is WebAssembly. */
export const PYTHON_DOCUMENT = documentOf(python, " 'wasm-unsafe-eval'");

/** A frame in the page, and the port for messages to it. */
export interface OpenFrame {
  readonly port: MessagePort;
  readonly remove: () => void;
}

/** Puts a frame into the page. Its first message comes when its script runs. */
export function openFrame(text: string, onMessage: (data: unknown) => void): OpenFrame {
  const channel = new MessageChannel();
  const { port1: port, port2 } = channel;
  port.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.hidden = true;
  frame.title = 'Sandbox';
  frame.srcdoc = text;
  frame.addEventListener('load', () => frame.contentWindow?.postMessage('start', '*', [port2]), { once: true });
  document.body.append(frame);
  return {
    port,
    remove: () => {
      port.close();
      frame.remove();
    },
  };
}
