import { z } from 'zod';
import { crisisKinds } from '../crisis/rules.ts';
import { type Flow, questionKinds } from './flow.ts';

/** Kinds of which there is one question, and the name that it has. */
const namedKinds = { worries: 'worry', pressing: 'pressing', place: 'place', language: 'language' } as const;
/** Names that the form or the advice uses for something else. */
const takenNames = ['words', 'municipality', 'asked', 'area', 'crisis', 'go', 'on', 'from', 'seen', 'speak'];

/** Of a flow that comes from a file: what is shaped otherwise is refused before any rule looks at it. */

const text = z.string().min(1).max(1000);
const translated = z.object({ ja: text }).catchall(text);
const name = z
  .string()
  .regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/i)
  .max(60);
const values = z.array(z.string().min(1).max(100)).min(1).max(100);
const condition = z.record(name, values);
const reference = z
  .string()
  .regex(/^@?[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100);

const option = { value: name, label: translated, hint: translated.optional() };
const rule = z.strictObject({ when: condition.optional(), desk: reference, why: translated });

export const flowSchema: z.ZodType<Flow> = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: name,
        kind: z.enum(questionKinds),
        ask: translated,
        hint: translated.optional(),
        options: z.array(z.strictObject(option)).max(40).optional(),
        when: condition.optional(),
      }),
    )
    .min(1)
    .max(20)
    .refine((questions) =>
      questions.every(({ id, kind }) =>
        kind in namedKinds
          ? id === namedKinds[kind as keyof typeof namedKinds]
          : !takenNames.includes(id) && !Object.values<string>(namedKinds).includes(id),
      ),
    ),
  topics: z
    .array(
      z.strictObject({
        ...option,
        words: z.array(z.string().min(1).max(60)).max(200),
        crisis: z.strictObject({ kind: z.enum(crisisKinds), when: condition.optional() }).optional(),
        now: z.array(reference).max(10),
      }),
    )
    .min(1)
    .max(40),
  tables: z.record(name, z.record(z.union([z.string().regex(/^\d{5}$/), z.literal('other')]), reference)),
  desks: z.array(rule).min(1).max(60),
  beside: z.array(rule).max(60),
  situations: z
    .array(
      z.strictObject({
        name: text,
        answers: z.record(name, z.array(z.string().max(2000)).max(40)),
        desk: reference,
        crisis: z.array(z.enum(crisisKinds)).optional(),
      }),
    )
    .max(500),
}) as z.ZodType<Flow>;
