import type { FormSet } from '../form.ts';
import { assessmentLists } from './assessment-lists.ts';
import { assessmentForm } from './assessment.ts';
import { intakeForms } from './intake.ts';
import { planLists } from './plan-lists.ts';
import { receptionLists } from './reception-lists.ts';

/**
 * The national standard forms as far as they are published, marked option by option with where each word comes from: what was
 * read in a published form, and what was named from memory, which a prefecture corrects on its own page without a release.
 */
export const standardSet: FormSet = {
  lists: [...receptionLists, ...assessmentLists, ...planLists],
  forms: [...intakeForms, assessmentForm],
};

/** Forms that were published before the product knew one of its lists take that list as it comes with the product. */
export function withStandardLists(set: FormSet): FormSet {
  const known = new Set(set.lists.map(({ code }) => code));
  return { ...set, lists: [...set.lists, ...standardSet.lists.filter(({ code }) => !known.has(code))] };
}
