import { z } from 'zod';
import type { FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { fieldOf, refusals } from './refusals.ts';

export const termFields = {
  kind: z.enum(['employed', 'unemployed']),
  days: field.choices(),
  startsOn: field.day(),
  endsOn: field.day(),
  minutesADay: field.whole({ min: 1, max: 1440 }),
};
export const toldForm = z.object({
  alias: field.optionalText(40),
  considerations: field.optionalText(1000),
  contact: field.optionalText(100),
  ...termFields,
});
export const consentForm = z.object({
  consentOn: z.union([z.literal(''), z.iso.date()]).default(''),
  consentHow: z.enum(['signed', 'spoken', '']).default(''),
});
export const termsForm = z.object({
  version: field.whole(),
  ...termFields,
  allowanceYen: field.whole({ min: 0, max: 100_000 }),
  allowanceFor: z.enum(['hour', 'day']),
  travelPaid: field.checkbox(),
  insurance: z.enum(['labour', 'accident', 'none']),
});
export const agreeForm = z.object({ version: field.whole(), paper: field.checkbox() });
export const dayForm = z.object({ on: field.day(), minutes: field.whole({ min: 0, max: 1440 }) });
export const voiceForm = z.object({ words: field.optionalText(1000), consent: field.checkbox() });

/** Marks of a review, named by when and by question. */
export function marksIn(typed: Typed, at: string): Readonly<Record<string, number>> {
  const of = Object.keys(typed).filter((name) => name.startsWith(`${at}.`) && name !== `${at}.words`);
  return Object.fromEntries(of.map((name) => [name.slice(at.length + 1), Number(textOf(typed, name))]));
}

type Refused = RefusedBy<typeof refusals>;

export function shown({ lang }: Pick<Visit, 'lang'>, refused: Refused, typed: Typed = {}): FormState {
  return refusedForm({ words: refusals, lang, refused, typed, fields: fieldOf });
}
