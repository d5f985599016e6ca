// Keeps one page for a device without a signal: the empty form of the log, the same for everybody, with the files it is
// drawn from. It is asked for without cookies, so that nothing of anybody is in it. Nothing else is kept.
const cacheName = "abstractions-offline-1";
const home = "/staff/abstractions";
const formPath = `${home}/offline`;

async function keepForm() {
  const answer = await fetch(formPath, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) return;
  const cache = await caches.open(cacheName);
  const html = await answer.clone().text();
  const files = new Set(html.match(/\/assets\/[^"'\\\s)]+\.(?:js|css|woff2)/g) ?? []);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== formPath && !files.has(pathname)) await cache.delete(pathname);
  }
  const missing = await Promise.all(
    [...files].map(async (path) => ((await cache.match(path)) ? null : path)),
  );
  await cache.addAll(missing.filter((path) => path !== null));
  await cache.put(formPath, answer);
}

async function openPage(request, pathname) {
  try {
    return await fetch(request);
  } catch {
    if (pathname !== formPath) return Response.redirect(formPath);
    return (await (await caches.open(cacheName)).match(formPath)) ?? Response.error();
  }
}

async function openFile(request) {
  try {
    return await fetch(request);
  } catch {
    return (await (await caches.open(cacheName)).match(request)) ?? Response.error();
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepForm().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(keepForm().catch(() => undefined));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === home || pathname.startsWith(`${home}/`)) event.respondWith(openPage(request, pathname));
  } else if (pathname.startsWith("/assets/")) event.respondWith(openFile(request));
});
