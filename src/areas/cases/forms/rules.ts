import { ok, type Result, refuse } from '#platform/result.ts';
import type { Form, FormCode, FormField, FormList, FormOption, FormSet } from './form.ts';

const none: FormList = { code: '', name: { ja: '', en: '' }, options: [] };

/** A list of the set; a list that it does not have offers nothing. */
export function listOf(set: FormSet, code: string | undefined): FormList {
  return set.lists.find((list) => list.code === code) ?? none;
}

export function formOf(set: FormSet, code: FormCode): Form | undefined {
  return set.forms.find((form) => form.code === code);
}

export function optionOf(list: FormList, code: string | null | undefined): FormOption | undefined {
  return list.options.find((option) => option.code === code);
}

/** What may be chosen now: what is retired is still read, and no longer offered. */
export function offered(list: FormList): readonly FormOption[] {
  return list.options.filter(({ retired }) => !retired);
}

/** A code as the list says it: its own, or the one that another record's code means; '' stays '', one that is not offered is undefined. */
export function codeIn(list: FormList, typed: string): string | undefined {
  if (!typed) return '';
  return offered(list).find(({ code, also }) => code === typed || also?.includes(typed))?.code;
}

/** What is counted of a reception, in the codes of its lists. */
export interface ReceptionCodes {
  readonly sex: string;
  readonly route: string;
  readonly worries: readonly string[];
  readonly mainWorry: string;
  readonly municipality: string;
}

/** Every code of a reception is one of its year's lists, the municipality one of the directory's; the main worry is a worry too. */
export function decideReception(
  set: FormSet,
  typed: ReceptionCodes,
  municipalities: readonly string[],
): Result<ReceptionCodes, 'code-unknown'> {
  const sex = codeIn(listOf(set, 'sex'), typed.sex);
  if (sex === undefined) return refuse('code-unknown', { field: 'sex' });
  const route = codeIn(listOf(set, 'route'), typed.route);
  if (route === undefined) return refuse('code-unknown', { field: 'route' });
  const known = typed.worries.map((worry) => codeIn(listOf(set, 'worry'), worry));
  if (known.includes(undefined)) return refuse('code-unknown', { field: 'worries' });
  const mainWorry = codeIn(listOf(set, 'worry'), typed.mainWorry);
  if (mainWorry === undefined) return refuse('code-unknown', { field: 'mainWorry' });
  const { municipality } = typed;
  if (municipality && !municipalities.includes(municipality))
    return refuse('code-unknown', { field: 'municipality' });
  const worries = [...new Set([...known, mainWorry])].filter((worry): worry is string => !!worry);
  return ok({ sex, route, worries, mainWorry, municipality });
}

export function fieldsOf(form: Form): readonly FormField[] {
  return form.parts.flatMap(({ fields }) => fields);
}
