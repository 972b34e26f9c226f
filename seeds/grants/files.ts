import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { donorKinds } from '#areas/grants/benefits/hand-ons/rules.ts';

/** What the file of grants holds: last year's benefits whose sum is the document's, and this year's open calls. */

const text = z.string().min(1);
const batch = z.strictObject({
  share: z.int().min(1),
  asked: z.iso.date(),
  decided: z.iso.date(),
  paid: z.iso.date(),
  handed: z.iso.date(),
  confirmed: z.iso.date(),
});
const youth = z.strictObject({
  slug: text,
  program: text,
  partner: text,
  /** 延べ and 実. */
  recipients: z.int().min(1),
  people: z.int().min(1),
  yen: z.int().min(1),
  donations: z.array(
    z.strictObject({ kind: z.enum(donorKinds), donor: z.string(), yen: z.int().min(1), on: z.iso.date() }),
  ),
  batches: z.array(batch).min(1),
});
const live = z.strictObject({
  youth: text,
  /** `person`: decided today. `paid`: weeks ago, and the first instalment's interest as well. */
  newLife: z.strictObject({
    slug: text,
    program: text,
    desk: text,
    person: text,
    paid: text,
    municipality: text,
  }),
  /** Young people of one municipality who met every condition and took back what they had asked for. */
  withdrawn: z.strictObject({
    people: z.int().min(1),
    municipality: z.string().regex(/^\d{5}$/),
    worry: text,
  }),
  oneShot: z.strictObject({ slug: text }),
  subsidy: z.strictObject({ slug: text }),
});
/** The account from which every office pays. */
const payer = z.strictObject({
  clientCode: text,
  clientName: text,
  bankCode: text,
  bankName: text,
  branchCode: text,
  branchName: text,
  accountKind: text,
  accountNumber: text,
  lineBreaks: z.boolean(),
});
const grants = z.strictObject({ youth, payer, live });

export interface DemoGrants extends z.output<typeof grants> {
  /** Banks that do not exist, as a file that an office takes over. */
  readonly banks: Uint8Array;
}
export type DemoBatch = z.output<typeof batch>;

export async function readGrants(folder: string): Promise<DemoGrants> {
  const told = grants.parse(JSON.parse(await readFile(join(folder, 'grants.json'), 'utf8')));
  return { ...told, banks: await readFile(join(folder, 'banks.csv')) };
}
