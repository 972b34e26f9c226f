import { z } from 'zod';
import { field, type Typed } from '#platform/web/form.ts';
import type { Details, Field } from './fields.ts';
import { fieldsOf } from './kind-table.ts';
import { mostTopics } from './rules.ts';

/** What every kind asks; what else it asks is read by its fields. */
export const contentForm = {
  title: field.text(100),
  detail: field.text(4000),
  conditions: field.optionalText(1000),
  topics: field.choices().pipe(z.array(z.string()).max(mostTopics)),
  municipalities: field.choices(),
  quantity: field.wholeOrNull({ min: 1, max: 1_000_000_000 }),
  unit: field.optionalText(20),
  startsOn: field.day(),
  endsOn: field.day(),
  monthlyCap: field.wholeOrNull({ min: 1, max: 100 }),
};

export function detailName({ code }: { code: string }): string {
  return `detail-${code}`;
}

/** The answers of a form to the questions of its kind, as they are kept; a number that is none stays text, and is refused. */
export function readDetails(typed: Typed, { kind, side }: { kind: string; side: string }): Details {
  return Object.fromEntries(
    fieldsOf(kind, side).flatMap((each) => {
      const value = readValue(each, typed[detailName(each)]);
      return value === undefined ? [] : [[each.code, value]];
    }),
  );
}

function readValue(of: Field, given: Typed[string] | undefined): Details[string] | undefined {
  if (of.type === 'choices') return given === undefined ? [] : [given].flat();
  const text = [given ?? ''].flat()[0] ?? '';
  if (text === '') return undefined;
  if (of.type !== 'number') return text;
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d+$/.test(plain) ? Number(plain) : text;
}
