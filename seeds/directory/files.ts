import { z } from 'zod';
import { municipalityKinds } from '#areas/directory/municipalities/rules.ts';

/** What the files of a demo world's directory hold. */

const text = z.string().min(1);

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

export type DemoMunicipality = z.output<typeof municipality>;

export interface Directory {
  readonly municipalities: readonly DemoMunicipality[];
}
