/**
 * The worker of the field survey: keeps the page on which answers are written, and what it is made of, so that it opens without a
 * network. Nothing else of the product is kept, and no answer: those are in the page's own hands (survey.ts).
 */

interface WorkerEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Worker {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly location: Location;
  addEventListener(kind: 'install' | 'activate', act: (event: WorkerEvent) => void): void;
  addEventListener(kind: 'fetch', act: (event: FetchEvent) => void): void;
}

const worker = self as unknown as Worker;
const kept = 'field-survey';
const answerPage = /^\/staff\/field-surveys\/[0-9a-f-]{36}\/answer$/;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (answerPage.test(pathname)) event.respondWith(fromNetwork(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(fromKept(request));
});

/** The newest page where there is a network; a page of the sign-in is never kept in its place. */
async function fromNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request.url, answer.clone());
    return answer;
  } catch (failure) {
    const before = await cache.match(request.url, { ignoreSearch: true, ignoreVary: true });
    if (before) return before;
    throw failure;
  }
}

/** A file of ours never changes under its name. */
async function fromKept(request: Request): Promise<Response> {
  const cache = await caches.open(kept);
  const before = await cache.match(request.url, { ignoreVary: true });
  if (before) return before;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone());
  return answer;
}
