import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { declineReasons } from '#areas/partnerships/matches/rules.ts';

const text = z.string().min(1);
/** Days before the day of the load. */
const ago = z.int().min(0);
/** Whose post it is, or who asked about it. */
const side = z.enum(['owner', 'asker']);
const act = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('accept'), by: side, ago }),
  z.strictObject({ step: z.literal('decline'), by: side, ago, reason: z.enum(declineReasons) }),
  z.strictObject({ step: z.literal('withdraw'), by: side, ago, words: text }),
  z.strictObject({ step: z.literal('say'), by: side, ago, words: text }),
  /** Due so many days after it was written. */
  z.strictObject({ step: z.literal('draft'), by: side, ago, words: text, quantity: z.int(), days: z.int() }),
  z.strictObject({ step: z.literal('confirm'), by: side, ago }),
  z.strictObject({ step: z.literal('receive'), by: side, ago, quantity: z.int(), last: z.boolean() }),
  z.strictObject({ step: z.literal('thank'), by: side, ago, words: text }),
  z.strictObject({ step: z.literal('show'), by: side, ago }),
  z.strictObject({ step: z.literal('count'), by: z.literal('office'), ago }),
]);

const match = z.strictObject({
  /** Whose need or offer, and its title. */
  of: text,
  post: text,
  /** Who asks. */
  by: text,
  ago,
  quantity: z.int(),
  request: z.strictObject({ what: text, when: text, where: text, whoComes: text, why: text }),
  acts: z.array(act),
});

export type DemoMatch = z.output<typeof match>;
export type DemoAct = z.output<typeof act>;

export async function readMatches(folder: string): Promise<readonly DemoMatch[]> {
  return z.array(match).parse(JSON.parse(await readFile(join(folder, 'matches.json'), 'utf8')));
}
