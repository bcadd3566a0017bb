import script from './frame.js?raw';

/** What the frame may load: its own script, and workers that it makes from text. Nothing from any network. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:";

/**
 * The sandboxed frame as a whole document: it works offline, under any path, and without a request. The frame has an
 * opaque origin and no address of its own, so its script is inline; every page's policy names the hash of it.
 */
export const FRAME_DOCUMENT = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Sandbox</title><script>${script}</script>`;
