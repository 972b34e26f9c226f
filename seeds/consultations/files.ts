import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What the file of consultation desks holds. */

const text = z.string().min(1);
const interval = {
  opens: z.string().regex(/^\d\d:\d\d$/),
  closes: z.string().regex(/^\d\d:\d\d$/),
};
const hours = z.strictObject({
  alwaysOpen: z.boolean().optional(),
  rules: z.array(z.strictObject({ days: z.array(z.int().min(1).max(7)), ...interval })),
  publicHolidays: z.enum(['closed', 'same']),
  closures: z.array(z.strictObject({ from: text, to: text, label: text.optional() })),
});
const doorNames = ['phone', 'line', 'mail', 'chat', 'visit'] as const;
const door = z.strictObject({ lines: z.int(), retentionDays: z.int(), hours });

const desk = z.strictObject({
  organisation: text,
  code: text,
  nameJa: text,
  nameEn: text,
  /** The code of its entry in the directory. */
  entry: text.optional(),
  readers: z.strictObject({ ja: text, en: text }),
  twoPeople: z.boolean(),
  doors: z.strictObject({
    phone: door.optional(),
    line: door.optional(),
    mail: door.optional(),
    chat: door.optional(),
    visit: door.optional(),
  }),
  /** Where people write to; invented. */
  mail: z.strictObject({ address: z.email(), sender: text, subject: text }).optional(),
  /** Sentences that its counsellors say often. */
  phrases: z.array(z.strictObject({ code: text, title: text, text })).default([]),
  /** Who is planned, week after week from the day of loading on. */
  shifts: z
    .array(
      z.strictObject({
        role: z.enum(['counsellor', 'desk-supervisor']),
        days: z.array(z.int().min(1).max(7)).min(1),
        from: text,
        to: text,
        doors: z.array(z.enum(doorNames)).min(1),
      }),
    )
    .default([]),
  /** Mails that wait, in invented words. */
  mails: z.array(z.strictObject({ from: z.email(), subject: text, text })).default([]),
  /** Contacts of a fiscal year by door. */
  years: z.array(
    z.strictObject({
      fiscalYear: z.int(),
      /** Contacts that hold no word of anybody, or only the numbers of a year from before the system. */
      as: z.enum(['contacts', 'counts']),
      origin: z.enum(['document', 'illustrative']),
      doors: z.partialRecord(z.enum(doorNames), z.int()),
      weights: z.array(z.number()).length(12),
      hours: z.tuple([z.int(), z.int()]),
      worries: z.array(text).min(2),
    }),
  ),
});

export type DemoDesk = z.output<typeof desk>;

export async function readDesks(folder: string): Promise<readonly DemoDesk[]> {
  const found = await readFile(join(folder, 'desks.json'), 'utf8').catch(() => '[]');
  return z.array(desk).parse(JSON.parse(found));
}
