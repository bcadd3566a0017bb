/**
 * Ways out of the sandbox, each as a program of the reader's. `PORT` stands for the port of a server that listens. A program
 * prints what it has found; that it printed at all shows that it ran, and was not merely unreadable.
 */
export interface Escape {
  readonly name: string;
  readonly code: string;
  /** What it must have printed. */
  readonly prints: RegExp;
}

/** Tries an expression and prints how it ended. */
const trying = (...attempts: readonly string[]): string =>
  `const attempt = async (run: () => unknown) => {
  try {
    const value = await Promise.race([run(), new Promise((resolve) => setTimeout(resolve, 300, 'silence'))]);
    console.log('OUT', value === 'silence' ? 'silence' : typeof value);
  } catch (error) {
    console.log('refused');
  }
};
const root: any = globalThis;
${attempts.map((each) => `await attempt(() => ${each});`).join('\n')}
console.log('ran');`;

const refusedAll = (count: number): RegExp => new RegExp(`^(refused\\n){${count}}ran$`);
const refused = (name: string, ...attempts: readonly string[]): Escape => ({
  name,
  code: trying(...attempts),
  prints: refusedAll(attempts.length),
});

const HTTP = 'http://127.0.0.1:PORT';

/** Every attempt throws. */
export const REFUSED: readonly Escape[] = [
  refused('fetch', `fetch('${HTTP}/')`, `root.fetch('${HTTP}/')`, `root.fetch.call(root, new Request('${HTTP}/'))`),
  refused('XMLHttpRequest', `{ const r = new XMLHttpRequest(); r.open('GET', '${HTTP}/', false); r.send(); }`),
  refused('WebSocket', "new WebSocket('ws://127.0.0.1:PORT/')", "new root.WebSocketStream('ws://127.0.0.1:PORT/')"),
  refused('WebTransport', "new root.WebTransport('https://127.0.0.1:PORT/')"),
  refused('EventSource', `new EventSource('${HTTP}/')`),
  refused('sendBeacon', `navigator.sendBeacon('${HTTP}/')`, `root.navigator.sendBeacon('${HTTP}/', 'x')`),
  refused('WebRTC', "new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:PORT' }] }).createDataChannel('x')"),
  refused(
    'importScripts',
    `root.importScripts('${HTTP}/x.js')`,
    "root.importScripts(URL.createObjectURL(new Blob(['self.escaped = 1'])))",
    "root.importScripts('data:text/javascript,self.escaped=1')",
  ),
  refused(
    'dynamic import',
    `import('${HTTP}/x.js')`,
    "import('data:text/javascript,export default 1')",
    "import(URL.createObjectURL(new Blob(['export default 1'], { type: 'text/javascript' })))",
  ),
  refused(
    'Function and eval',
    "(0, root.eval)('1')",
    "new Function('return 1')()",
    "(() => {}).constructor('return 1')()",
    "(async () => {}).constructor('return 1')()",
    "Object.getPrototypeOf(function* () {}).constructor('yield 1')().next()",
    "console.log.constructor('return 1')()",
  ),
  refused('localStorage', "localStorage.setItem('escaped', '1')", "root.localStorage['escaped']"),
  refused('sessionStorage', "sessionStorage.setItem('escaped', '1')"),
  refused('IndexedDB', "indexedDB.open('escaped')", "root.indexedDB.open('escaped')"),
  refused('caches', "caches.open('escaped')", "root.caches.open('escaped')"),
  refused('cookies', "(document.cookie = 'escaped=1')", "root.cookieStore.set('escaped', '1')"),
  refused('parent, top and opener', 'parent.document', 'top.document', 'opener.document', 'root.window.parent'),
  refused('document', 'document.body', "root.document.createElement('iframe')"),
  refused('opening a window', `open('${HTTP}/')`, `root.open('${HTTP}/')`, `window.open('${HTTP}/')`, "alert('x')"),
  refused(
    'service workers',
    "navigator.serviceWorker.register('/x.js')",
    'root.navigator.serviceWorker.getRegistrations()',
    'root.registration.update()',
  ),
  refused(
    'other workers and channels',
    "new SharedWorker('data:text/javascript,1')",
    "new BroadcastChannel('x').postMessage(1)",
    "new Worker(URL.createObjectURL(new Blob(['1'])))",
    "new root.Worker('data:text/javascript,1')",
    'new MessageChannel().port1.postMessage(1)',
  ),
  refused('WebAssembly', 'new WebAssembly.Memory({ initial: 1 })', 'root.WebAssembly.compile(new Uint8Array(8))'),
  refused('file systems', 'navigator.storage.getDirectory()', 'root.webkitRequestFileSystemSync(0, 1)'),
  refused('posting messages', "postMessage('x')", "self.postMessage('x')", "root.postMessage({ kind: 'done' })"),
  refused(
    'a message that it sends itself, or listens for, as if from the page',
    "self.dispatchEvent(new MessageEvent('message', { data: { task: 'run', token: 'guessed', linesBefore: 0 } }))",
    "self.addEventListener('message', () => {})",
    "EventTarget.prototype.addEventListener.call(self, 'message', () => {})",
  ),
  refused(
    'a canvas, whose shader goes on after the program has ended',
    "new OffscreenCanvas(8, 8).getContext('webgl2')",
    'new root.OffscreenCanvas(8, 8)',
    'navigator.gpu.requestAdapter()',
    "Object.getPrototypeOf(Object.getPrototypeOf(root)).constructor.prototype.fetch('x')",
  ),
  refused('asking who called it', '(function f(): unknown { return (f as any).caller.caller; })()', 'arguments.callee'),
  refused('closing the worker', 'root.close()'),
];

/** What does not throw, and gets nowhere all the same. */
export const FRUITLESS: readonly Escape[] = [
  {
    name: 'a timer with text for code',
    code: `try { setTimeout("self.escaped = 1", 0); } catch { }
await new Promise((resolve) => setTimeout(resolve, 50));
console.log('escaped' in globalThis, 'ran');`,
    prints: /^false ran$/,
  },
  {
    name: 'loading a font or an image',
    code: `const root: any = globalThis;
try { await new root.FontFace('x', 'url(${HTTP}/x.woff2)').load(); console.log('OUT'); } catch { console.log('refused'); }
console.log('ran');`,
    prints: /^refused\nran$/,
  },
  {
    name: 'navigating the frame',
    code: `try { (globalThis as any).location = '${HTTP}/'; } catch { }
try { (globalThis as any).location.href = '${HTTP}/'; } catch { }
try { (globalThis as any).location.assign('${HTTP}/'); } catch { }
console.log('ran');`,
    prints: /^ran$/,
  },
  {
    name: 'the removed doors, by way of any prototype',
    code: `const doors = ['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'indexedDB', 'caches', 'navigator', 'postMessage', 'importScripts', 'eval', 'WebAssembly'];
for (let holder: any = globalThis; holder; holder = Object.getPrototypeOf(holder)) {
  for (const key of Reflect.ownKeys(holder)) if (doors.includes(String(key))) console.log('OUT', String(key));
}
console.log('ran');`,
    prints: /^ran$/,
  },
  {
    name: 'listening for what the page says to the worker',
    code: `let heard = 0;
(globalThis as any).onmessage = () => heard++;
await new Promise((resolve) => setTimeout(resolve, 200));
console.log(heard, 'ran');`,
    prints: /^0 ran$/,
  },
  {
    name: 'defining the program a second time',
    code: `const root: any = globalThis;
try { root.__define(() => root.escaped = 1); root.__define = () => {}; } catch { }
console.log('escaped' in root, 'ran');`,
    prints: /^false ran$/,
  },
  {
    name: 'errors that are reported past the console',
    code: `const root: any = globalThis;
console.log('ran');
for (let i = 0; i < 5; i++) root.reportError?.(new Error('x'.repeat(1e6)));`,
    prints: /^ran/,
  },
];
