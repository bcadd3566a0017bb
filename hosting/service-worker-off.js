// For a site that has moved: put this file in the place of service-worker.js at the old address, served as it is and
// not by a redirect. A browser that comes back there forgets what it kept of the site, and asks the host again from the
// next page on. Leave it there for as long as old visitors may come back.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(switchOff()));

async function switchOff() {
  const site = `gradient-checking ${self.registration.scope} `;
  const kept = (await caches.keys()).filter((key) => key.startsWith(site));
  await Promise.all(kept.map((key) => caches.delete(key)));
  await self.registration.unregister();
}
