import type { Typed } from '#platform/web/form.ts';
import { type FieldClass, fieldClasses } from '../relations/rules.ts';
import { fieldKinds, type Form, type FormSet, type Source, sources } from './form.ts';
import { marks } from './standing.ts';
import { type FieldLine, fieldsOf, type NewField, type OptionLine } from './rules.ts';

/** What was typed under a name; a tick is `on`. */
function said(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value.slice(0, 300) : (value?.[0] ?? '');
}

function oneOf<const Of extends string>(all: readonly Of[], value: string): Of | undefined {
  return all.find((each) => each === value);
}

const sourceOf = (value: string): Source => oneOf(sources, value) ?? 'local';

/** The lines of a list as they were typed: as many as the page had. */
export function readOptionLines(typed: Typed): readonly OptionLine[] {
  const most = 300;
  const at = Array.from({ length: most }, (_, index) => index).filter((index) => `o.${index}.ja` in typed);
  return at.map((index) => {
    const value = (field: string) => said(typed, `o.${index}.${field}`);
    const position = Number(value('position').normalize('NFKC'));
    return {
      code: value('code'),
      ja: value('ja'),
      en: value('en'),
      source: sourceOf(value('source')),
      class: oneOf(fieldClasses, value('class')) ?? '',
      mark: oneOf(marks, value('mark')) ?? '',
      position: Number.isFinite(position) ? position : index + 1,
      retired: value('retired') !== '',
    };
  });
}

export function readFieldLines(form: Form, typed: Typed): readonly FieldLine[] {
  return fieldsOf(form).map(({ code }) => {
    const value = (field: string) => said(typed, `f.${code}.${field}`);
    return {
      code,
      ja: value('ja'),
      en: value('en'),
      source: sourceOf(value('source')),
      reported: value('reported') !== '',
      retired: value('retired') !== '',
      whyJa: value('whyJa'),
      whyEn: value('whyEn'),
    };
  });
}

/** A question of one's own, if one was typed; a choice without a list is a line of text. */
export function readNewField(set: FormSet, typed: Typed): NewField | undefined {
  const value = (field: string) => said(typed, `new.${field}`);
  if (value('ja') === '') return undefined;
  const kind = oneOf(fieldKinds, value('kind')) ?? 'text';
  const list = set.lists.some(({ code }) => code === value('list')) ? value('list') : '';
  const chooses = kind === 'one' || kind === 'many';
  const fieldClass: FieldClass = oneOf(fieldClasses, value('class')) ?? 'basic';
  return {
    part: value('part'),
    ja: value('ja'),
    en: value('en'),
    kind: chooses && !list ? 'text' : kind,
    class: fieldClass === 'protected' ? 'basic' : fieldClass,
    list,
  };
}
