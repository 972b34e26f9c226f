import { z } from 'zod';

/** The work on a case in the demo world. Days count back from the day of loading; `In` counts on from it. */

const text = z.string().min(1);
const daysAgo = z.int().min(0).max(2000);
const daysIn = z.int().min(0).max(400);
const stage = z.int().min(1).max(5);

const item = z.strictObject({
  what: text,
  note: z.string().default(''),
  bearer: text,
  related: z.string().default(''),
  program: z.string().default(''),
});

const plan = z.strictObject({
  issues: text,
  longGoal: text,
  goal: text,
  health: z.string().default(''),
  employment: z.boolean().default(false),
  starts: daysAgo,
  endsIn: daysIn,
  monitorIn: daysIn,
  items: z.array(item).min(1),
  agreed: daysAgo,
  met: daysAgo.optional(),
  /** By the supervisor of the organisation. */
  decided: daysAgo.optional(),
});

const record = z.strictObject({
  ago: daysAgo,
  at: z.iso.time({ precision: -1 }),
  kind: text,
  minutes: z.int().min(1).optional(),
  service: z.string().default(''),
  place: z.string().default(''),
  withWhom: z.array(text).default(['person']),
  related: z.array(text).default([]),
  from: daysAgo.optional(),
  body: text,
  next: z.string().default(''),
  nextIn: daysIn.optional(),
});

const task = z.strictObject({
  what: text,
  added: daysAgo,
  /** Days after it was added. */
  within: daysIn,
  done: z.boolean().default(false),
});

const scale = z.strictObject({
  ago: daysAgo,
  at: z.enum(['intake', 'review']),
  stages: z.record(text, stage),
  remark: z.string().default(''),
});

/** Written by the supervisor, and confirmed with that. */
const review = z.strictObject({
  ago: daysAgo,
  outcome: text,
  reason: z.string().default(''),
  changes: z.array(text).min(1),
  reached: text,
  left: z.string().default(''),
  personSays: z.string().default(''),
});

export const caseWork = z.strictObject({
  plan: plan.optional(),
  records: z.array(record).default([]),
  tasks: z.array(task).default([]),
  scales: z.array(scale).default([]),
  review: review.optional(),
});
export type CaseWork = z.output<typeof caseWork>;
