import type { LiveHub } from './hub.ts';

/** This often a comment line keeps proxies from closing a quiet connection, and rights are asked again (ms). */
const heartbeat = 20_000;
/** Pages without calm topics look by themselves only so often: what changes there by the clock alone can wait for two minutes. */
const beatsPerLook = 6;

export interface LiveEvent {
  /** Given back as Last-Event-ID when a browser connects again; grows. */
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

export interface LiveSource {
  readonly topics: readonly string[];
  /** Topics that may wait a little: looked at once in so many milliseconds, however often they are announced. */
  readonly calm?: { readonly topics: readonly string[]; readonly everyMs: number };
  /**
   * What came after the event of this id; undefined: from now on. Read in the order in which it is to be shown. `whole`: what the
   * calm topics are about is read as well.
   */
  readonly read: (after: string | undefined, whole: boolean) => Promise<readonly LiveEvent[]>;
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
export function liveStream(parts: StreamParts): Response {
  const page = new OpenPage(parts);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => page.begin(controller),
    cancel: () => page.leave(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}

class OpenPage {
  private readonly parts: StreamParts;
  private readonly encoder = new TextEncoder();
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private after: string | undefined;
  private whole = true;
  private later: NodeJS.Timeout | undefined;
  private reading = false;
  private again = false;
  private stop = () => {};

  constructor(parts: StreamParts) {
    this.parts = parts;
    this.after = parts.lastEventId;
  }

  begin(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const { hub, source, gone } = this.parts;
    this.controller = controller;
    const wake = () => void this.look();
    const unwatch = hub.watch({ topics: source.topics, wake, end: () => this.end() });
    const { calm } = source;
    const uncalm = calm
      ? hub.watch({ topics: calm.topics, wake: () => this.lookLater(calm.everyMs), end: () => {} })
      : () => {};
    // Pages that were opened together, after a restart for one, do not all ask in the same moment ever after.
    let beats = 0;
    const next = () => {
      this.write(': here\n\n');
      beats += 1;
      if (calm || beats % beatsPerLook === 0) this.lookLater(0);
      else void this.stayOrLeave().catch(() => this.end());
      beat = setTimeout(next, heartbeat);
    };
    let beat = setTimeout(next, heartbeat * Math.random());
    this.stop = () => {
      unwatch();
      uncalm();
      clearTimeout(this.later);
      clearTimeout(beat);
    };
    gone.addEventListener('abort', () => this.end(), { once: true });
    this.write('retry: 2000\n\n');
    wake();
  }

  /** The browser went away. */
  leave(): void {
    this.stop();
    this.controller = undefined;
  }

  private end(): void {
    const { controller } = this;
    this.leave();
    controller?.close();
  }

  private write(text: string): void {
    this.controller?.enqueue(this.encoder.encode(text));
  }

  private lookLater(pauseMs: number): void {
    this.later ??= setTimeout(() => {
      this.later = undefined;
      this.whole = true;
      void this.look();
    }, pauseMs);
  }

  private async look(): Promise<void> {
    this.again = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.again && this.controller) {
        this.again = false;
        await this.read();
      }
    } catch {
      // The browser connects again with the id of what it saw last.
      this.end();
    } finally {
      this.reading = false;
    }
  }

  private async stayOrLeave(): Promise<boolean> {
    const stays = await this.parts.mayStay();
    if (!stays) {
      this.write('event: gone\ndata: {}\n\n');
      this.end();
    }
    return stays;
  }

  private async read(): Promise<void> {
    const { source } = this.parts;
    if (!(await this.stayOrLeave())) return;
    const { whole } = this;
    this.whole = false;
    for (const { id, name, data } of await source.read(this.after, whole)) {
      this.after = id;
      this.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }
}
