import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { formCodes } from '#areas/cases/forms/form.ts';
import { caseWork } from './work.ts';

/** What the file of cases holds: invented people only, whose names say so. Days count back from the day on which the world is loaded. */

const text = z.string().min(1);
const daysAgo = z.int().min(0).max(2000);
const identity = z.strictObject({
  name: z.string().default(''),
  kana: z.string().default(''),
  nickname: z.string().default(''),
  sex: z.string().default(''),
  birth: z.string().default(''),
  phone: z.string().default(''),
  email: z.string().default(''),
});

const referral = z.strictObject({
  /** Code of the entry in the directory. */
  to: text,
  classes: z.array(text).min(1),
  purpose: text,
  message: text,
  urgent: z.boolean().default(false),
  /** What the receiver said by telephone, in their order. */
  moves: z.array(z.enum(['send', 'accept', 'contact', 'serve'])).default([]),
});

const caseFile = z.strictObject({
  organisation: text,
  identity: identity.prefault({}),
  address: z.string().default(''),
  worries: z.array(text).min(1),
  mainWorry: text,
  municipality: z.string().default(''),
  route: z.string().default(''),
  received: daysAgo,
  steps: z
    .array(
      z.strictObject({
        step: z.enum(['screened', 'consented', 'assessed']),
        ago: daysAgo,
        screening: z.string().optional(),
      }),
    )
    .default([]),
  /** What stands on its forms: by form and field, options by their codes. */
  answers: z
    .partialRecord(z.enum(formCodes), z.record(text, z.union([z.string(), z.array(text)])))
    .default({}),
  household: z
    .array(
      z.strictObject({
        relation: text,
        living: z.enum(['together', 'apart']),
        name: z.string().default(''),
        words: z.string().default(''),
      }),
    )
    .default([]),
  /** The slip that the person was given for their own page. */
  ownPage: z.strictObject({ number: z.string().regex(/^\d{8}$/), passphrase: text }).optional(),
  referrals: z.array(referral).default([]),
  work: caseWork.prefault({}),
  close: z.string().default(''),
});

const year = z.strictObject({
  organisation: text,
  fiscalYear: z.int(),
  people: z.int().min(1),
  consultations: z.int(),
  accompaniments: z.int(),
  protection: z.int(),
  independence: z.int(),
  sexes: z.tuple([text], text).default(['female']),
  worries: z.array(text).min(1),
  municipalities: z.array(text).min(1),
  names: z.array(z.tuple([text, text])),
  words: z.record(text, z.tuple([text], text)),
});

/** A year of cases of people who never were: exactly as many records as its source says. */
export type DemoCaseYear = z.output<typeof year>;
export type DemoCase = z.output<typeof caseFile>;

export async function readCases(folder: string): Promise<readonly DemoCase[]> {
  return z.array(caseFile).parse(JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8')));
}

export async function readCaseYears(folder: string): Promise<readonly DemoCaseYear[]> {
  return z.array(year).parse(JSON.parse(await readFile(join(folder, 'years.json'), 'utf8')));
}
