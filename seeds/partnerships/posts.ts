import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { kinds, sides } from '#areas/partnerships/exchange/fields.ts';

const text = z.string().min(1);
const post = z.strictObject({
  /** Code of the member. */
  owner: text,
  side: z.enum(sides),
  kind: z.enum(kinds),
  title: text,
  detail: text,
  conditions: z.string(),
  topics: z.array(text),
  municipalities: z.array(text),
  quantity: z.int(),
  unit: text,
  /** Its first day, in days from the day of the load. */
  from: z.int(),
  /** How long it goes on from the day of the load. */
  days: z.int().min(1),
  monthlyCap: z.int().nullable(),
  details: z.record(text, z.union([text, z.number(), z.array(text)])),
  /** The use-by day of food, in days from the day of the load. */
  useByDays: z.int().optional(),
});

export type DemoPost = z.output<typeof post>;

export async function readPosts(folder: string): Promise<readonly DemoPost[]> {
  return z.array(post).parse(JSON.parse(await readFile(join(folder, 'posts.json'), 'utf8')));
}
