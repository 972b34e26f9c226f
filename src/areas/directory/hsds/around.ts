import { createHash } from 'node:crypto';
import { anonymous } from '#platform/access.ts';
import { type Database, reading, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { jsonOf, memberOf } from './json.ts';
import { organizationInListOf, type Provider } from './make/organization.ts';
import { type Places, placesOf } from './make/places.ts';
import { listProviders } from './store.ts';

/** Who asks: what of a request the answers are made from. */
export type Asking = Pick<ApiVisit, 'db' | 'who' | 'now' | 'remember'>;

/** What every answer is made with, besides the entries themselves. */
export interface Around {
  readonly places: Places;
  /** Another one as soon as a municipality changes. */
  readonly placesMark: string;
  /** By id; the organisation as it stands in lists, written, and as the last member of a service. */
  readonly providers: ReadonlyMap<
    string,
    { readonly provider: Provider; readonly json: Buffer; readonly member: Buffer }
  >;
  readonly today: string;
}

export async function aroundNow(asking: Asking): Promise<Around> {
  const known = await asking.remember('hsds around', () => read(asking, gather));
  return { ...known, today: tokyoDay(asking.now) };
}

async function gather(tx: Tx): Promise<Omit<Around, 'today'>> {
  const municipalities = await listMunicipalities(tx);
  const providers = await listProviders(tx);
  return {
    places: placesOf(municipalities),
    placesMark: createHash('sha256').update(JSON.stringify(municipalities)).digest('base64url').slice(0, 12),
    providers: new Map(
      providers.map((provider) => {
        const json = jsonOf(organizationInListOf(provider));
        return [provider.id, { provider, json, member: memberOf('organization', json) }];
      }),
    ),
  };
}

/** Reads what everybody may read. Statements stand each for itself: what ceases to be public between two is left out. */
export function read<T>({ db }: { readonly db: Database }, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reading(db, anonymous, work);
}
