/**
 * Puts the address of the page right, before any URL is resolved against it. Some hosts take the slash off its end, and
 * every relative URL in the page would lead one folder too high. And a host that serves `//tools/playground/` as
 * `/tools/playground/` serves a page whose path, written into a URL, names the host `tools`.
 */
{
  const address = new URL(location.href);
  const path = address.pathname.replace(/\/{2,}/g, '/');
  address.pathname = /\/$|\.html?$/.test(path) ? path : `${path}/`;
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
