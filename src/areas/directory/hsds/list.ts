import type { Tx } from '#platform/database/database.ts';
import { type ApiAnswer, badRequest } from '#platform/web/api.ts';
import { type Asking, read } from './around.ts';
import { mostPerPage } from './endpoints.ts';
import { linesOf, pageOf, type Pieces } from './json.ts';
import type { Stretch } from './wanted.ts';

/** How a list was asked for. */
export interface ListAsked {
  readonly page: number;
  readonly per_page: number;
  readonly format: 'json' | 'ndjson';
  readonly search?: string | undefined;
}

/** A list of the database: how many there are, and a stretch of them in the order of their ids. */
export interface ListSource {
  /** Names the count among what is remembered; undefined where somebody searched with words: those are kept nowhere. */
  readonly name: string | undefined;
  readonly count: (tx: Tx) => Promise<number>;
  readonly stretch: (tx: Tx, stretch: Stretch) => Promise<ReadonlyMap<string, Pieces>>;
}

const linesAtOnce = 500;

export async function answerList(
  asking: Asking,
  asked: ListAsked,
  source: ListSource,
  most = mostPerPage,
): Promise<ApiAnswer> {
  if (asked.format === 'ndjson') return lines(asking, source);
  if (asked.per_page > most)
    return badRequest([{ parameter: 'per_page', detail: `must be at most ${most} for this list` }]);
  const { page, per_page: perPage } = asked;
  const count = () => read(asking, source.count);
  const total = await (source.name === undefined
    ? count()
    : asking.remember(`hsds count ${source.name}`, count));
  const offset = (page - 1) * perPage;
  const items =
    offset >= total
      ? []
      : [...(await read(asking, (tx) => source.stretch(tx, { limit: perPage, offset }))).values()];
  return { body: pageOf(items, { total, page, perPage }), keep: source.name !== undefined };
}

/** All that fit, a few hundred at a time, each by itself: the reader may take as long as they like. */
function lines(asking: Asking, source: ListSource): ApiAnswer {
  let afterId: string | undefined;
  const next = async () => {
    const found = await read(asking, (tx) => source.stretch(tx, { limit: linesAtOnce, afterId }));
    afterId = [...found.keys()].at(-1);
    return [...found.values()];
  };
  return { body: linesOf(next), type: 'application/x-ndjson' };
}

/** A list that is at hand as a whole. */
export function answerArray(asked: ListAsked, items: readonly Pieces[]): ApiAnswer {
  if (asked.format === 'ndjson') {
    const all = [items];
    return { body: linesOf(async () => all.pop() ?? []), type: 'application/x-ndjson' };
  }
  if (asked.per_page > mostPerPage)
    return badRequest([{ parameter: 'per_page', detail: `must be at most ${mostPerPage} for this list` }]);
  const { page, per_page: perPage } = asked;
  const shown = items.slice((page - 1) * perPage, page * perPage);
  return { body: pageOf(shown, { total: items.length, page, perPage }), keep: !asked.search };
}
