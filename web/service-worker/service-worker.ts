// Keeps the app itself (page, scripts, styles, fonts) on this device, so that the board opens without a connection.
// What people wrote is never kept here: that is IndexedDB's, and /api and /live always go to the server.

// A worker's global is a WorkerGlobalScope of some kind to TypeScript; this file only ever runs as a service worker.
const worker = self as unknown as ServiceWorkerGlobalScope

/** Put here by the build: see tools/vite/service-worker.ts. */
declare const version: string
declare const assets: string[]

const shell = '/index.html'
const cachePrefix = 'app-'
const currentCache = cachePrefix + version
const kept = new Set(assets)
/** What lies here has a hash in its name, so it is the same in every version that names it. */
const hashed = '/assets/'
/** How long a navigation may wait for the network before the kept page is shown. */
const patience = 3000

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
// A page that was opening just when this worker took over was not there yet to be taken: it asks by itself.
worker.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(worker.clients.claim())
})
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin || belongsToServer(url.pathname)) return
  if (event.request.mode === 'navigate') event.respondWith(page(event.request))
  else if (url.pathname.startsWith(hashed) || kept.has(url.pathname)) event.respondWith(asset(event.request))
})

/** Everything or nothing: a version that is kept is kept whole. Open pages go on as they are until their next load. */
async function install(): Promise<void> {
  const cache = await caches.open(currentCache)
  // Files with a hash in their name may come from the browser's cache; the page must be the server's own.
  await cache.addAll([new Request(shell, { cache: 'reload' }), ...assets])
  await worker.skipWaiting()
}

/** The version before this one stays too: a page that is still open may yet ask for its later parts. */
async function takeOver(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== currentCache)
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** The network's page first, which brings a new version on the next load; the kept one when there is no connection. */
async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) })
    if (answer.status < 500) return answer
  } catch {
    // No connection, or one too slow to wait for: the kept page can work offline.
  }
  const cache = await caches.open(currentCache)
  return (await cache.match(shell)) ?? Response.error()
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

/** Addresses that the server answers itself, and that must never come from this device. */
function belongsToServer(path: string): boolean {
  return /^\/(api|live|sign-in|reageren|stop|outbox|v|ics|huisstijl|healthz|readyz|metrics)(\/|$)/.test(path)
}
