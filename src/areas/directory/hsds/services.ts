import { NotFound } from '#platform/errors.ts';
import type { ApiAnswer } from '#platform/web/api.ts';
import type { ParametersOf } from '#platform/web/query.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { aroundNow, type Asking, read } from './around.ts';
import { type endpoints, mostPerMinimalPage, mostPerPage } from './endpoints.ts';
import { jsonOf } from './json.ts';
import { answerList, type ListSource } from './list.ts';
import { filedAs } from './make/terms.ts';
import { findIds } from './search.ts';
import { countEntries, findMarked, listMarked, listMoments, type Marked } from './store.ts';
import type { Wanted } from './wanted.ts';
import { type Depth, writeServices } from './written.ts';

type Asked = ParametersOf<typeof endpoints.services.parameters>;

/** What the filters that several lists share ask for. */
export async function wantedOf(
  asking: Asking,
  asked: {
    readonly search?: string | undefined;
    readonly taxonomy_term_id?: string | undefined;
    readonly taxonomy_id?: string | undefined;
    readonly organization_id?: string | undefined;
    readonly modified_after?: Date | undefined;
  },
): Promise<Wanted> {
  const terms = [asked.taxonomy_term_id, asked.taxonomy_id]
    .filter((id) => id !== undefined)
    // An id that is none of ours fits nothing: no entry is filed under it.
    .map((id) => filedAs(id) ?? id);
  return {
    terms,
    organisationId: asked.organization_id,
    modifiedAfter: asked.modified_after,
    ids: asked.search === undefined ? undefined : await findIds(asking, asked.search),
  };
}

export async function answerServices(asking: Asking, asked: Asked): Promise<ApiAnswer> {
  const wanted = await wantedOf(asking, asked);
  const depth = asked.full ? 'full' : 'list';
  const source = asked.minimal ? minimalSource(wanted) : await servicesSource(asking, wanted, depth);
  return answerList(asking, asked, source, asked.minimal ? mostPerMinimalPage : mostPerPage);
}

/** Counts are remembered by what is asked for; words that somebody searched with are not. */
export function countName(kind: string, wanted: Wanted & { near?: unknown }): string | undefined {
  return wanted.ids ? undefined : `${kind} ${JSON.stringify(wanted)}`;
}

async function servicesSource(asking: Asking, wanted: Wanted, depth: Depth): Promise<ListSource> {
  const around = await aroundNow(asking);
  const order = await orderAtHand(asking, wanted);
  return {
    name: countName('services', wanted),
    count: (tx) => (order ? Promise.resolve(order.length) : countEntries(tx, wanted)),
    stretch: async (tx, stretch) => {
      const { offset, limit } = stretch;
      const marked =
        order && offset !== undefined
          ? order.slice(offset, offset + limit)
          : await listMarked(tx, wanted, stretch);
      return writeServices(tx, { db: asking.db, around, depth }, marked);
    },
  };
}

/** So many ids and marks are worth their memory: some megabytes. */
const mostAtHand = 20_000;
/** Between two changes the whole order is read once somebody reads on: for a few pages it would cost more than it saves. */
const readsOn = 3;

/** The order of everything that is public, when it is short and asked for again and again; undefined: ask for each page. */
async function orderAtHand(asking: Asking, wanted: Wanted): Promise<readonly Marked[] | undefined> {
  const { terms, organisationId, modifiedAfter, ids } = wanted;
  if (terms.length > 0 || organisationId || modifiedAfter || ids) return undefined;
  const pages = await asking.remember('hsds pages', async () => ({ asked: 0 }));
  pages.asked += 1;
  if (pages.asked <= readsOn) return undefined;
  const order = await asking.remember('hsds order', () =>
    read(asking, (tx) => listMarked(tx, wanted, { limit: mostAtHand + 1 })),
  );
  return order.length > mostAtHand ? undefined : order;
}

function minimalSource(wanted: Wanted): ListSource {
  return {
    name: countName('services', wanted),
    count: (tx) => countEntries(tx, wanted),
    stretch: async (tx, stretch) => {
      const rows = await listMoments(tx, wanted, stretch);
      return new Map(
        rows.map(({ id, updatedAt }) => {
          const moment = updatedAt.toISOString();
          return [id, [jsonOf({ id, modified_date: moment, last_modified: moment })]];
        }),
      );
    },
  };
}

export async function answerService(visit: ApiVisit, id: string): Promise<ApiAnswer> {
  const around = await aroundNow(visit);
  const body = await read(visit, async (tx) => {
    const marked = await findMarked(tx, id);
    const written = marked && (await writeServices(tx, { db: visit.db, around, depth: 'full' }, [marked]));
    return written?.get(id);
  });
  if (!body) throw new NotFound('service');
  visit.changesAt(endOfTokyoDay(tokyoDay(visit.now)));
  return { body: Buffer.concat(body) };
}
