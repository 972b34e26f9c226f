import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sides } from '#areas/partnerships/work-trainings/rules.ts';

const training = z.strictObject({
  /** By name, or which of the desk's other open cases, the oldest first. */
  person: z.union([z.string(), z.int().min(0)]),
  state: z.enum(['proposed', 'accepted', 'declined', 'agreed', 'ended']),
  kind: z.enum(['employed', 'unemployed']).optional(),
  /** Days from today. */
  from: z.int(),
  until: z.int(),
  outcome: z.string().optional(),
  came: z.array(z.int()),
  /** What was said for others to read. */
  voices: z.partialRecord(z.enum(['person', 'workplace']), z.string()).default({}),
  /** At the end, by each side. */
  reviews: z.partialRecord(z.enum(sides), z.string()).default({}),
});

const file = z.strictObject({
  desk: z.string(),
  /** The call that is cooperation money. */
  call: z.string(),
  workplaces: z.array(
    z.strictObject({
      at: z.string(),
      fields: z.strictObject({
        name: z.string(),
        legalForm: z.string().optional(),
        municipality: z.string(),
        places: z.int().min(1).default(2),
        tasks: z.array(z.string()),
        days: z.array(z.string()),
        work: z.string(),
        support: z.string(),
      }),
      trainings: z.array(training),
    }),
  ),
  asking: z.strictObject({ at: z.string(), name: z.string() }),
});

export type DemoWork = z.output<typeof file>;

export async function readWork(folder: string): Promise<DemoWork> {
  return file.parse(JSON.parse(await readFile(join(folder, 'work.json'), 'utf8')));
}
