import { ok, type Result, refuse } from '#platform/result.ts';
import type { FieldClass } from '../relations/rules.ts';
import type { FieldKind, Form, FormCode, FormField, FormList, FormOption, FormSet, Source } from './form.ts';
import type { Mark, Standing } from './standing.ts';

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

export type FormRefusal =
  | 'no-draft'
  | 'draft-stands'
  | 'changed-meanwhile'
  | 'list-fixed'
  | 'code-kept'
  | 'list-empty'
  | 'name-missing'
  | 'name-twice'
  | 'nothing-changed';

/** A line of the page that edits a list; without a code it is a new one. */
export interface OptionLine {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  readonly source: Source;
  readonly class: FieldClass | '';
  /** Of a new one: as what it counts; '' as usual. */
  readonly mark: Mark | '';
  readonly position: number;
  readonly retired: boolean;
}

/**
 * A list as it was edited. `used`: codes that have stood in a published version, which answers may carry: they are retired and
 * never removed, and what they tell of somebody stays what it was.
 * `standing`: what rules and figures name is not retired, and a new entry says as what they count it.
 */
export function decideList(
  list: FormList,
  lines: readonly OptionLine[],
  used: readonly string[],
  standing: Standing,
): Result<FormList, FormRefusal> {
  const known = lines.filter(({ code }) => code !== '');
  const added = lines.filter(({ code, ja }) => code === '' && ja !== '');
  const wrong = againstRules(known, added, standing);
  if (wrong) return wrong;
  const kept = known.filter(({ code, ja, retired }) => used.includes(code) || (ja !== '' && !retired));
  if (kept.some(({ ja }) => ja === '')) return refuse('name-missing');
  const all = [...kept, ...added].toSorted((one, other) => one.position - other.position);
  const twice = all.find(({ ja }, at) => all.findIndex((other) => other.ja === ja) !== at);
  if (twice) return refuse('name-twice', { name: twice.ja });
  if (all.every(({ retired }) => retired)) return refuse('list-empty');
  const codes = list.options.map(({ code }) => code);
  const options = all.map((line): FormOption => {
    const before = list.options.find(({ code }) => code === line.code);
    const code = before?.code ?? newCode(line.en, codes);
    codes.push(code);
    const fieldClass = before ? before.class : line.class || undefined;
    const mark = before ? before.mark : markOf(line, standing);
    return {
      code,
      name: { ja: line.ja, en: line.en || line.ja },
      source: line.source,
      ...(line.retired ? { retired: true } : {}),
      ...(before?.also ? { also: before.also } : {}),
      ...(fieldClass ? { class: fieldClass } : {}),
      ...(mark ? { mark } : {}),
    };
  });
  return ok({ ...list, options });
}

function againstRules(
  known: readonly OptionLine[],
  added: readonly OptionLine[],
  { closed, kept }: Standing,
) {
  const gone = known.filter(({ retired }) => retired);
  if (closed && (added.length > 0 || gone.length > 0)) return refuse('list-fixed');
  const named = gone.find(({ code }) => kept.includes(code));
  return named ? refuse('code-kept', { name: named.ja }) : undefined;
}

function markOf({ mark }: OptionLine, { marks }: Standing): Mark | undefined {
  return marks.find((each) => each === mark) ?? marks[0];
}

/** From the English name, or the first free number. */
function newCode(en: string, taken: readonly string[]): string {
  const base =
    en
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, 30) ?? 'own';
  for (let number = 1; ; number += 1) {
    const code = number === 1 && base !== 'own' ? base : `${base}-${number}`;
    if (!taken.includes(code)) return code;
  }
}

/** A line of the page that edits the questions of a form. */
export interface FieldLine {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  readonly source: Source;
  readonly reported: boolean;
  readonly retired: boolean;
  readonly whyJa: string;
  readonly whyEn: string;
}

/** A question of the prefecture's own. */
export interface NewField {
  readonly part: string;
  readonly ja: string;
  readonly en: string;
  readonly kind: FieldKind;
  readonly class: FieldClass;
  readonly list: string;
}

/** The questions of a form as they were edited: words, marks, retired or not; kind and class of a question stay what they are. */
export function decideFields(
  form: Form,
  lines: readonly FieldLine[],
  added: NewField | undefined,
): Result<Form, FormRefusal> {
  if (lines.some(({ ja }) => ja === '')) return refuse('name-missing');
  const changed = (field: FormField): FormField => {
    const line = lines.find(({ code }) => code === field.code);
    if (!line) return field;
    const { reported: _, retired: __, why: ___, ...stays } = field;
    return {
      ...stays,
      name: { ja: line.ja, en: line.en || line.ja },
      source: line.source,
      ...(line.reported ? { reported: true } : {}),
      ...(line.retired ? { retired: true } : {}),
      ...(line.whyJa ? { why: { ja: line.whyJa, en: line.whyEn || line.whyJa } } : {}),
    };
  };
  const parts = form.parts.map((part) => ({
    ...part,
    fields: [
      ...part.fields.map(changed),
      ...(added && added.ja !== '' && added.part === part.code ? [ownField(form, added)] : []),
    ],
  }));
  return ok({ ...form, parts });
}

function ownField(form: Form, { ja, en, kind, class: fieldClass, list }: NewField): FormField {
  const code = newCode(
    `own ${en}`,
    fieldsOf(form).map((field) => field.code),
  );
  const choices = kind === 'one' || kind === 'many';
  const name = { ja, en: en || ja };
  return { code, name, kind, class: fieldClass, source: 'local', ...(choices ? { list } : {}) };
}

/** How many words of a set are only from memory: what somebody still has to check against the published form. */
export function uncheckedIn(entries: readonly { readonly source: Source }[]): number {
  return entries.filter(({ source }) => source === 'memory').length;
}
