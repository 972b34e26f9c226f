import { z } from 'zod';
import { field } from '#platform/web/form.ts';

/** Whom to ask, how many for each application, and until when. */
export const askForm = z.object({
  reviewers: field.choices(),
  each: field.whole({ min: 1, max: 9 }),
  dueOn: z.union([field.day(), z.literal('')]).default(''),
});
