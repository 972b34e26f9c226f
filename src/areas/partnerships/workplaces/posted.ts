import { z } from 'zod';
import type { FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import { fieldOf, refusals } from './refusals.ts';
import { legalForms } from './rules.ts';

const time = () =>
  z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/^(\d):/, '0$1:'))
    .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const offerForm = z.object({
  organisationId: z.uuid().optional(),
  version: field.whole().default(0),
  name: field.text(100),
  legalForm: field.choice(legalForms),
  corporateNumber: z.string().transform((text) => text.normalize('NFKC').replace(/[-\s]/g, '')),
  municipality: field.text(10),
  tasks: field.choices(),
  days: field.choices(),
  opensAt: time(),
  closesAt: time(),
  leastMinutes: field.whole({ min: 10, max: 480 }),
  kinds: field.choices(),
  places: field.whole({ min: 1, max: 100 }),
  work: field.text(2000),
  support: field.text(2000),
});

type Refused = RefusedBy<typeof refusals>;

export function shown({ lang }: Pick<Visit, 'lang'>, refused: Refused, typed: Typed): FormState {
  return refusedForm({ words: refusals, lang, refused, typed, fields: fieldOf });
}
