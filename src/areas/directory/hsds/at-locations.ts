import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { type ApiAnswer, badRequest } from '#platform/web/api.ts';
import type { ParametersOf } from '#platform/web/query.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { aroundNow, type Asking, read } from './around.ts';
import type { endpoints } from './endpoints.ts';
import { answerList } from './list.ts';
import { countName, wantedOf } from './services.ts';
import { countAtLocations, findAtLocation, findMiddle, listAtLocations } from './store.ts';
import type { Near } from './wanted.ts';
import { writeAtLocations } from './written.ts';

type Asked = ParametersOf<typeof endpoints.serviceAtLocations.parameters>;

export async function answerAtLocations(asking: Asking, asked: Asked): Promise<ApiAnswer> {
  const found = await nearOf(asking, asked);
  if ('problem' in found) return badRequest([found.problem]);
  const { near } = found;
  const wanted = await wantedOf(asking, asked);
  const around = await aroundNow(asking);
  const depth = asked.full ? 'full' : 'list';
  return answerList(asking, asked, {
    name: countName('at locations', { ...wanted, near }),
    count: (tx) => countAtLocations(tx, wanted, near),
    stretch: async (tx, stretch) =>
      writeAtLocations(
        tx,
        { db: asking.db, around, depth },
        await listAtLocations(tx, { wanted, near }, stretch),
      ),
  });
}

type Found =
  | { readonly near: Near | undefined }
  | { readonly problem: { parameter: string; detail: string } };

/** A point is said in full, or by the postal code of places that are here. */
async function nearOf(asking: Asking, asked: Asked): Promise<Found> {
  const { latitude, longitude, postcode, proximity: metres } = asked;
  if ((latitude === undefined) !== (longitude === undefined))
    return { problem: { parameter: 'latitude', detail: 'goes together with longitude' } };
  if (latitude !== undefined && longitude !== undefined) {
    if (postcode)
      return { problem: { parameter: 'postcode', detail: 'cannot go with latitude and longitude' } };
    return { near: { latitude, longitude, metres } };
  }
  if (!postcode) return { near: undefined };
  const middle = await middleOf(asking, postcode.replace('-', ''));
  if (!middle) {
    const detail = 'is not known here; give latitude and longitude instead';
    return { problem: { parameter: 'postcode', detail } };
  }
  return { near: { ...middle, metres } };
}

/** The whole code, else the town's first five digits, else the district's three. */
function middleOf(asking: Asking, postcode: string) {
  return read(asking, async (tx) => {
    for (const digits of [7, 5, 3]) {
      const middle = await findMiddle(tx, postcode.slice(0, digits));
      if (middle) return middle;
    }
    return undefined;
  });
}

export async function answerAtLocation(visit: ApiVisit, id: string): Promise<ApiAnswer> {
  const around = await aroundNow(visit);
  const body = await read(visit, async (tx) => {
    const row = await findAtLocation(tx, id);
    const written = row && (await writeAtLocations(tx, { db: visit.db, around, depth: 'full' }, [row]));
    return written?.get(id);
  });
  if (!body) throw new NotFound('service at location');
  visit.changesAt(endOfTokyoDay(tokyoDay(visit.now)));
  return { body: Buffer.concat(body) };
}
