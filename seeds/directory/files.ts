import { z } from 'zod';
import type { Flow } from '#areas/directory/navigator/flow.ts';
import type { Scheme } from '#areas/directory/schemes/scheme.ts';
import { correctableFields } from '#areas/directory/proposals/items.ts';
import { channelKinds } from '#areas/directory/hours/hours.ts';
import { municipalityKinds } from '#areas/directory/municipalities/rules.ts';
import {
  capacityStates,
  locationPrecisions,
  serviceKinds,
  serviceStatuses,
} from '#areas/directory/services/content.ts';

/** What the files of a demo world's directory hold. A field left out is unknown or as usual. */

const text = z.string().min(1);
/** Japanese and English always, other languages where somebody wrote them. */
const translated = z.object({ ja: text, en: text }).catchall(text);

export const municipality = z.strictObject({
  /** Five digits; the check digit follows from them. */
  code: z.string().regex(/^\d{5}$/),
  kind: z.enum(municipalityKinds),
  nameJa: text,
  nameKana: text,
  nameEn: text,
  parent: text.optional(),
  county: text.optional(),
  region: text.optional(),
  population: z.int().optional(),
  /** Of telephone numbers that nobody has: no exchange begins with 0. */
  exchange: z.string().regex(/^0\d{1,3}-0{2,4}$/),
  /** The middle of it: latitude, longitude. */
  at: z.tuple([z.number(), z.number()]),
  /** Column and row of its tile. A city has none where its wards have theirs. */
  tile: z.tuple([z.int(), z.int()]).optional(),
});

const channel = z.strictObject({
  kind: z.enum(channelKinds),
  value: z.string().default(''),
  label: translated.optional(),
  hours: text.optional(),
  /** Absent: a call costs unless its number says that it is free; any other way costs nothing. */
  free: z.boolean().optional(),
  languages: z.array(text).default([]),
});

const location = z.strictObject({
  municipality: z.string().regex(/^\d{5}$/),
  /** Of the place itself, where several entries are in one. */
  place: text.optional(),
  precision: z.enum(locationPrecisions).default('exact'),
  name: z.string().default(''),
  town: z.string().default(''),
  line: z.string().default(''),
  building: z.string().default(''),
  way: z.string().default(''),
});

/** What becomes of an entry after it was written. */
const state = z.strictObject({
  /** What its summary said before somebody mended it. */
  earlier: translated.optional(),
  /** Days since its owner last said that it is right; null: never. Absent: some, the same in every load. */
  confirmed: z.int().nullable().optional(),
  capacity: z.enum(capacityStates).optional(),
  capacityNote: text.optional(),
  sealed: z.boolean().default(false),
  draft: z.boolean().default(false),
  /** Why it was taken back. */
  withdrawn: text.optional(),
});

export const entry = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(serviceKinds),
  /** The organisation that answers for it. */
  org: text,
  /** Its facts are known from a public source; everything else is invented and says so. */
  known: z.boolean().default(false),
  name: translated,
  kana: text,
  alt: z.string().default(''),
  summary: translated,
  description: translated.optional(),
  topics: z.array(text).min(1),
  types: z.array(text).default([]),
  for: z.array(text).default([]),
  places: z.array(text).default([]),
  keywords: z.array(text).default([]),
  who: translated.optional(),
  ages: z.tuple([z.int().nullable(), z.int().nullable()]).default([null, null]),
  gender: z.enum(['any', 'women', 'men']).default('any'),
  areas: z.array(z.string().regex(/^\d{5}$/)).default([]),
  channels: z.array(channel).default([]),
  hours: text.optional(),
  hoursNote: translated.optional(),
  languages: z
    .array(
      z.union([text.transform((code) => ({ code, note: '' })), z.strictObject({ code: text, note: text })]),
    )
    .default([]),
  free: z.boolean().default(true),
  cost: translated.optional(),
  prices: z.array(z.strictObject({ option: text, yen: z.int(), note: z.string().default('') })).default([]),
  /** Keys of `documents.json`. */
  documents: z.array(text).default([]),
  apply: translated.optional(),
  anonymous: z.boolean().default(false),
  access: z.array(text).default([]),
  at: z.array(location).default([]),
  law: z.string().default(''),
  /** Days between which one can apply, counted from the load. */
  openDays: z.tuple([z.int(), z.int()]).optional(),
  source: z.string().default(''),
  status: z.enum(serviceStatuses).default('active'),
  state: state.prefault({}),
});

const loose = z.record(text, z.unknown());

/**
 * Entries of one kind. What is alike in many stands in a template: `{name}` in it is a fact of the row or of the row's
 * municipality; `with` says what is different in this one.
 */
export const entryFile = z.strictObject({
  defaults: loose.default({}),
  entries: z.array(
    z.union([
      z.strictObject({
        template: loose,
        rows: z.array(z.object({ municipality: text.optional(), with: loose.optional() }).catchall(text)),
      }),
      loose,
    ]),
  ),
});

export const profile = z.strictObject({
  kana: z.string().default(''),
  ja: text,
  en: text,
  /** Where mailed links go. */
  confirm: z.email().optional(),
});

const said = z.strictObject({ field: z.enum([...correctableFields, 'kind']), said: text });

/** What somebody outside says of an entry, or of one that is missing. */
export const proposal = z.union([
  z
    .strictObject({ entry: text, ...said.shape, source: text })
    .transform(({ entry, source, ...item }) => ({ entry, items: [item], source })),
  z
    .strictObject({ items: z.array(said), source: text })
    .transform((given) => ({ entry: undefined, ...given })),
]);

export const documentNames = z.record(text, translated);

export type DemoMunicipality = z.output<typeof municipality>;
export type DemoEntry = z.output<typeof entry>;
export type EntryFile = z.output<typeof entryFile>;
export type DocumentNames = z.output<typeof documentNames>;

export interface Directory {
  /** The conversation of the navigator, and the schemes that it judges. */
  readonly navigator?: Flow | undefined;
  readonly schemes: readonly Scheme[];
  readonly municipalities: readonly DemoMunicipality[];
  /** By the code of the organisation. */
  readonly profiles: Readonly<Record<string, z.output<typeof profile>>>;
  readonly documents: DocumentNames;
  readonly proposals: readonly z.output<typeof proposal>[];
  /** By the name of the file, each a step of the load. */
  readonly entries: Readonly<Record<string, readonly DemoEntry[]>>;
}
