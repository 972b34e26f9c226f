import { z } from 'zod';
import { type Amount, choiceFacts, type ChoiceFact, numberFacts, type Scheme, type Test } from './scheme.ts';

/** Of the files and of what is saved: a rule that says something else is refused when it is read. */

const text = z.string().min(1).max(2000);
const translated = z.object({ ja: text }).catchall(text);
const day = z.iso.date();
const number = z.enum(numberFacts);
const choice = z.enum(Object.keys(choiceFacts) as [ChoiceFact, ...ChoiceFact[]]);

const amount: z.ZodType<Amount> = z.lazy(() =>
  z.union([
    z.int().min(0),
    z.strictObject({ fact: number }),
    z.strictObject({ table: text }),
    z.strictObject({ sum: z.array(amount).min(1) }),
    z.strictObject({ product: z.tuple([amount, z.number().positive()]) }),
    z.strictObject({ least: z.array(amount).min(1) }),
  ]),
);

const test: z.ZodType<Test> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: number, atMost: amount }),
    z.strictObject({ fact: number, atLeast: amount }),
    z
      .strictObject({ fact: choice, oneOf: z.array(text).min(1) })
      .refine(({ fact, oneOf }) =>
        oneOf.every((each) => (choiceFacts[fact] as readonly string[]).includes(each)),
      ),
    z.strictObject({ area: z.array(z.string().regex(/^\d{5}$/)).min(1) }),
    z.strictObject({ any: z.array(test).min(1) }),
    z.strictObject({ all: z.array(test).min(1) }),
  ]),
);

const version = z.strictObject({
  validFrom: day,
  validTo: day.nullable(),
  name: translated,
  gives: translated,
  law: translated,
  requirements: z.array(z.strictObject({ test, says: translated, change: translated.optional() })),
  amounts: z.record(text, amount).optional(),
  tables: z.record(text, z.record(text, z.array(z.int().min(0)).min(1))).optional(),
  checkedUntil: day,
  illustrative: z.boolean().optional(),
});

export const schemesSchema: z.ZodType<readonly Scheme[]> = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    topics: z.array(text).min(1),
    service: text.optional(),
    serviceByArea: z.record(z.string().regex(/^\d{5}$/), text).optional(),
    openToAll: z.boolean().optional(),
    versions: z.array(version).min(1),
  }),
) as z.ZodType<readonly Scheme[]>;
