import { readFileSync } from 'node:fs';
import { supportAuthorityOf } from '../municipalities/rules.ts';
import type { CheckedWith, EntryState } from './checks/rules.ts';
import { flowSchema } from './schema.ts';

interface DemoPlace {
  readonly code: string;
  readonly kind: string;
  readonly nameJa: string;
  readonly parent?: string;
}

const folder = new URL('../../../../seeds/kanagawa/directory/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** The flow and the municipalities that ship with the demo world. */
export const kanagawaFlow = flowSchema.parse(read('navigator.json'));

const demo = read('municipalities.json') as readonly DemoPlace[];
const bare = demo.map(({ code, kind, nameJa, parent }) => ({
  code,
  kind,
  parentCode: parent ?? null,
  name: `${kind === 'ward' ? demo.find((each) => each.code === parent)?.nameJa : ''}${nameJa}`,
}));

export const kanagawaPlaces = bare.map((place) => ({
  ...place,
  supportAuthority: supportAuthorityOf(place.code, bare),
}));

/** All entries can be seen, but for those given another state. */
export function surroundings(states: Readonly<Record<string, EntryState>> = {}): CheckedWith {
  return { places: kanagawaPlaces, stateOf: (code) => states[code] ?? 'visible' };
}
