/** How long a page waits before it asks again (ms). */
const pause = 3000;

/**
 * Listens for live events as long as the page is open. A browser asks again by itself when a connection breaks, but never after
 * an answer that is an error, as a server gives while it is only just starting: then we ask again.
 */
export function staysOpen(url: URL, listen: (source: EventSource) => void): void {
  const source = new EventSource(url);
  listen(source);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => staysOpen(url, listen), pause);
  });
}
