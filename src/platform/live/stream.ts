import type { LiveHub } from './hub.ts';

/** This often a comment line keeps proxies from closing a quiet connection, and rights are asked again (ms). */
const heartbeat = 20_000;

export interface LiveEvent {
  /** Given back as Last-Event-ID when a browser connects again; grows. */
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

export interface LiveSource {
  readonly topics: readonly string[];
  /** What came after the event of this id; undefined: from now on. Read in the order in which it is to be shown. */
  readonly read: (after: string | undefined) => Promise<readonly LiveEvent[]>;
}

interface StreamParts {
  readonly hub: LiveHub;
  readonly source: LiveSource;
  /** Asked before each reading: sign-out, a role taken away, an ended conversation close the page's stream. */
  readonly mayStay: () => Promise<boolean>;
  readonly lastEventId: string | undefined;
  readonly gone: AbortSignal;
}

/** Server-sent events: reads whenever a topic is announced, one reading at a time, and never loses what came in between. */
export function liveStream({ hub, source, mayStay, lastEventId, gone }: StreamParts): Response {
  const encoder = new TextEncoder();
  let after = lastEventId;
  let ended = false;
  let reading = false;
  let again = false;
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!ended) controller.enqueue(encoder.encode(text));
      };
      const end = () => {
        if (ended) return;
        stop();
        ended = true;
        controller.close();
      };
      const look = async () => {
        if (reading) {
          again = true;
          return;
        }
        reading = true;
        try {
          do {
            again = false;
            if (!(await mayStay())) {
              write('event: gone\ndata: {}\n\n');
              end();
              return;
            }
            for (const event of await source.read(after)) {
              after = event.id;
              write(`id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
            }
          } while (again && !ended);
        } catch {
          // The browser connects again with the id of what it saw last.
          end();
        } finally {
          reading = false;
        }
      };
      const unwatch = hub.watch({ topics: source.topics, wake: () => void look(), end });
      const beat = setInterval(() => {
        write(': here\n\n');
        void look();
      }, heartbeat);
      stop = () => {
        unwatch();
        clearInterval(beat);
      };
      gone.addEventListener('abort', end, { once: true });
      write('retry: 2000\n\n');
      void look();
    },
    cancel() {
      stop();
      ended = true;
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}
