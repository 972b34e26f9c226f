import type { Permission } from '../access.ts';
import { everyone, stillHolds } from '../access.ts';
import { sessionTopic } from '../live/announce.ts';
import { type LiveSource, liveStream } from '../live/stream.ts';
import type { Path } from '../path.ts';
import type { ApiAnswer } from './api.ts';
import type { ApiVisit, Visit } from './visit.ts';

type Handler<Params> = (visit: Visit<Params>) => Promise<Response> | Response;
type ApiHandler<Params> = (visit: ApiVisit<Params>) => Promise<ApiAnswer> | ApiAnswer;

/** 200: taken. 400: not readable. 401, 403: the signature is not the sender's. */
type HookHandler<Params> = (visit: ApiVisit<Params>, body: Buffer) => Promise<200 | 400 | 401 | 403>;

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly permission: Permission;
  /** What answers: a page of ours, or data for anybody's program. */
  readonly answer:
    | { readonly to: 'people'; readonly handle: Handler<never> }
    | { readonly to: 'programs'; readonly handle: ApiHandler<never> }
    | { readonly to: 'systems'; readonly handle: HookHandler<never> };
  /** For everybody the same, whoever is signed in: the visit is anonymous. */
  readonly shared: boolean;
  /** The answer depends on nothing but URL and data: it is kept, compressed, until data changes or `changesAt`. */
  readonly kept: boolean;
  /** Largest body in bytes. */
  readonly maxBody: number;
  /** The URL itself is the secret that allows the post: it may come without word of where from. */
  readonly secretUrl: boolean;
}

const ordinaryForm = 1_048_576;

/** Routes of a slice. None can be declared without saying who may use it. */
export class Routes {
  readonly list: Route[] = [];

  /** A page for those who hold the permission; never cached. */
  get<P>(path: Path<P>, permission: Permission, handle: Handler<P>): this {
    return this.add('GET', path, permission, handle, {});
  }

  /** Something done: a form posted from our own pages. */
  post<P>(path: Path<P>, permission: Permission, handle: Handler<P>, { maxBody = ordinaryForm } = {}): this {
    return this.add('POST', path, permission, handle, { maxBody });
  }

  /**
   * A page for everybody, with or without a session the same: rendered once per URL and kept until
   * `publicPagesChanged`. The visit is anonymous.
   */
  publicPage<P>(path: Path<P>, handle: Handler<P>): this {
    return this.add('GET', path, everyone, handle, { shared: true, kept: true });
  }

  /** A page for everybody that is made anew each time and left nowhere: it answers what somebody typed or has at hand. */
  anonymousPage<P>(path: Path<P>, handle: Handler<P>): this {
    return this.add('GET', path, everyone, handle, { shared: true });
  }

  /**
   * A form on a page for everybody: nobody learns whether its sender is signed in. `secretUrl`: behind a link that only its
   * holder knows; such pages send no referrer, and then older browsers do not say where a form comes from either.
   */
  anonymousPost<P>(
    path: Path<P>,
    handle: Handler<P>,
    { maxBody = ordinaryForm, secretUrl = false } = {},
  ): this {
    return this.add('POST', path, everyone, handle, { shared: true, maxBody, secretUrl });
  }

  /** Server-sent events of a live page, for those who hold the permission; it is asked again before each reading. */
  stream<P>(
    path: Path<P>,
    permission: Permission,
    open: (visit: Visit<P>) => Promise<LiveSource> | LiveSource,
  ): this {
    return this.add(
      'GET',
      path,
      permission,
      async (visit) => {
        const source = await open(visit);
        const topics = [...source.topics, sessionTopic(visit.person.sessionId)];
        const mayStay = async () => {
          const now = await visit.whoNow();
          return permission.allows(now) && stillHolds(now, visit.person);
        };
        return streamTo(visit, { ...source, topics }, mayStay);
      },
      {},
    );
  }

  /** Live events for somebody without an account: `open` has checked what they hold, `mayStay` checks it again. */
  anonymousStream<P>(
    path: Path<P>,
    open: (visit: Visit<P>) => Promise<LiveSource & { readonly mayStay: () => Promise<boolean> }>,
  ): this {
    return this.add(
      'GET',
      path,
      everyone,
      async (visit) => {
        const source = await open(visit);
        return streamTo(visit, source, source.mayStay);
      },
      { shared: true },
    );
  }

  /**
   * Data for everybody's programs: read with GET, HEAD and OPTIONS from any origin, errors are JSON (RFC 9457), kept like a
   * public page unless the answer says otherwise. A pattern that ends in `/*` makes the errors of all URLs below it JSON.
   */
  api<P>(path: Path<P>, handle: ApiHandler<P>): this {
    const answer = { to: 'programs', handle: handle as ApiHandler<never> } as const;
    this.list.push({
      method: 'GET',
      pattern: path.pattern,
      permission: everyone,
      answer,
      shared: true,
      kept: true,
      maxBody: 0,
      secretUrl: false,
    });
    return this;
  }

  /**
   * Where a system outside calls (a telephone exchange, LINE). No page of ours sends it, so its signature over the raw body is
   * what `handle` checks first; wrong ones are counted against their sender, right ones never.
   */
  hook<P>(path: Path<P>, handle: HookHandler<P>, { maxBody = ordinaryForm } = {}): this {
    const answer = { to: 'systems', handle: handle as HookHandler<never> } as const;
    this.list.push({
      method: 'POST',
      pattern: path.pattern,
      permission: everyone,
      answer,
      shared: true,
      kept: false,
      maxBody,
      secretUrl: false,
    });
    return this;
  }

  private add<P>(
    method: Route['method'],
    path: Path<P>,
    permission: Permission,
    handle: Handler<P>,
    { shared = false, kept = false, maxBody = ordinaryForm, secretUrl = false },
  ): this {
    const answer = { to: 'people', handle: handle as Handler<never> } as const;
    this.list.push({ method, pattern: path.pattern, permission, answer, shared, kept, maxBody, secretUrl });
    return this;
  }
}

function streamTo(visit: Visit, source: LiveSource, mayStay: () => Promise<boolean>): Response {
  return liveStream({
    hub: visit.tools.live,
    source,
    mayStay,
    lastEventId: visit.c.req.header('last-event-id') ?? (visit.query('after') || undefined),
    gone: visit.c.req.raw.signal,
  });
}
