import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { memberKinds } from '#areas/partnerships/members/rules.ts';

/** What the file of members holds: the 27 of the document, invented ones; two working groups; applications that wait. */

const text = z.string().min(1);
const kind = z.enum(memberKinds);
const member = z.strictObject({
  code: text,
  kind,
  ja: text,
  en: z.string(),
  topics: z.array(text),
  municipalities: z.array(text),
  joinedOn: z.iso.date(),
});
const group = z.strictObject({
  ja: text,
  en: text,
  purposeJa: text,
  purposeEn: text,
  chair: text,
  members: z.array(text),
  notes: z.array(z.strictObject({ daysAgo: z.int().min(0), title: text, words: text, open: z.boolean() })),
});
const application = z.strictObject({
  name: text,
  kind,
  about: text,
  topics: z.array(text),
  municipalities: z.array(text),
  person: text,
  mail: text,
  /** What the office asked back. */
  asks: text.nullable(),
});
const meeting = z.strictObject({
  ja: text,
  en: text,
  about: text,
  /** From today; below it the meeting is past. */
  days: z.int(),
  place: z.string(),
  url: z.string(),
  quota: z.int().min(1),
  topics: z.array(text),
  entries: z.array(
    z.strictObject({
      organisation: text,
      kind,
      name: text,
      mail: text,
      attends: z.enum(['site', 'online']),
      /** Places of the topics. */
      wishes: z.array(z.int().min(0)),
    }),
  ),
  results: z.array(z.strictObject({ words: text, agreed: z.boolean(), sides: z.array(text).max(2) })),
});
const members = z.strictObject({
  members: z.array(member),
  groups: z.array(group),
  applications: z.array(application),
  meetings: z.array(meeting),
});

export type DemoMembers = z.output<typeof members>;

export async function readMembers(folder: string): Promise<DemoMembers> {
  return members.parse(JSON.parse(await readFile(join(folder, 'members.json'), 'utf8')));
}
