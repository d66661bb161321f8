// The service worker: keeps the program – its one page and its files – on the device, so that it opens without a
// network. It never touches /api: what people recorded is neither kept nor answered here. Built to /worker.js by itself,
// without imports; the build writes in which files belong to this version.
declare const SHELL_OF_BUILD: { version: string; files: string[] };

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Heard extends Lasting {
  data: unknown;
}
interface Scope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
  addEventListener(name: 'install' | 'activate', work: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', work: (event: Fetching) => void): void;
  addEventListener(name: 'message', work: (event: Heard) => void): void;
}

const scope = globalThis as unknown as Scope;
const shell = SHELL_OF_BUILD;
const prefix = 'nguon-shell-';
const current = prefix + shell.version;
/** The page itself; every deep link answers with it. */
const page = '/';
/** A line that hangs so long counts as none. */
const patienceMs = 4_000;

scope.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(current);
    await cache.addAll([new Request(page, { cache: 'reload' }), ...shell.files]);
    await scope.skipWaiting();
  };
  event.waitUntil(fill());
});

scope.addEventListener('activate', (event) => {
  const settle = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
    // A window opened before the update still asks for files of its own version.
    await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
    await scope.clients.claim();
  };
  event.waitUntil(settle());
});

// A page that was opened before this worker tells which files it has loaded; they are kept as well.
scope.addEventListener('message', (event) => {
  const { data } = event;
  if (!Array.isArray(data)) return;
  const files = data.filter((path) => typeof path === 'string' && path.startsWith('/assets/'));
  event.waitUntil(Promise.allSettled(files.map((path: string) => file(new Request(path)))));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate' && !url.pathname.startsWith('/api/'))
    event.respondWith(document(request));
});

/** Files carry their content in their name: what is kept is right for ever. */
async function file(request: Request): Promise<Response> {
  const found = await caches.match(request, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(current);
    await cache.put(request, answer.clone());
  }
  return answer;
}

/** The newest page when the server can be reached, else the one kept with its own files. */
async function document(request: Request): Promise<Response> {
  const kept = () => caches.match(page, { cacheName: current });
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    return answer.status >= 502 ? ((await kept()) ?? answer) : answer;
  } catch (cause) {
    const found = await kept();
    if (found) return found;
    throw cause;
  }
}
