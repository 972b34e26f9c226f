import { z } from 'zod';
import { field } from '#platform/web/form.ts';

/** The forms of all moves of a referral, signed in or behind a link. */
export const moveForm = z.object({
  by: z.enum(['account', 'telephone', 'link']).default('account'),
  reason: field.optionalText(40),
  holdReason: field.optionalText(500),
  failReason: field.optionalText(500),
  cancelReason: field.optionalText(500),
  outcome: field.optionalText(40),
});

/** The reason of a move stands in the field of its own form. */
export function reasonOf(values: z.output<typeof moveForm>): string {
  return values.reason || values.holdReason || values.failReason || values.cancelReason;
}
