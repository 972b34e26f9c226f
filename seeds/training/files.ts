import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { audiences } from '#areas/training/courses/rules.ts';
import { ways } from '#areas/training/sessions/rules.ts';

const text = z.string().min(1);
const session = z.strictObject({
  /** Days from the day of the load. */
  inDays: z.int(),
  way: z.enum(ways),
  venue: z.string(),
  url: z.string(),
  quota: z.int().nullable(),
  /** Invented people who entered. */
  trainees: z.int().min(0),
});

const training = z.strictObject({
  keeperAt: text,
  courses: z.array(
    z.strictObject({
      titleJa: text,
      titleEn: text,
      purpose: text,
      content: text,
      audiences: z.array(z.enum(audiences)).min(1),
      validMonths: z.int().nullable(),
      /** Roles that are closed without it; whoever holds one was there. */
      requiredFor: z.array(text),
      held: session,
      coming: session,
    }),
  ),
});

export type DemoTraining = z.output<typeof training>;

export async function readTraining(folder: string): Promise<DemoTraining> {
  return training.parse(JSON.parse(await readFile(join(folder, 'training.json'), 'utf8')));
}
