import type { Text } from '#platform/i18n.ts';
import type { FormField, FormSet } from './form.ts';
import { fieldsOf, formOf, listOf } from './rules.ts';

export interface FormChange {
  /** Of which list or form. */
  readonly of: Text;
  readonly what: 'added' | 'renamed' | 'retired' | 'back' | 'changed' | 'moved';
  readonly name: Text;
}

type Entry = Pick<FormField, 'code' | 'name' | 'retired'>;

/** What a version changes, in the words of those who publish it. */
export function changesBetween(before: FormSet, after: FormSet): readonly FormChange[] {
  const lists = after.lists.flatMap((list) =>
    entryChanges(list.name, listOf(before, list.code).options, list.options),
  );
  const forms = after.forms.flatMap((form) => {
    const old = formOf(before, form.code);
    return entryChanges(form.name, old ? fieldsOf(old) : [], fieldsOf(form));
  });
  return [...lists, ...forms];
}

function entryChanges(of: Text, before: readonly Entry[], after: readonly Entry[]): readonly FormChange[] {
  const changes = after.flatMap((entry): readonly FormChange[] => {
    const old = before.find(({ code }) => code === entry.code);
    const { name } = entry;
    if (!old) return [{ of, what: 'added', name }];
    if (!old.retired && entry.retired) return [{ of, what: 'retired', name }];
    if (old.retired && !entry.retired) return [{ of, what: 'back', name }];
    if (old.name.ja !== name.ja || old.name.en !== name.en) return [{ of, what: 'renamed', name }];
    return plain(old) === plain(entry) ? [] : [{ of, what: 'changed', name }];
  });
  const order = (entries: readonly Entry[], others: readonly Entry[]) =>
    entries
      .map(({ code }) => code)
      .filter((code) => others.some((other) => other.code === code))
      .join(' ');
  if (order(before, after) === order(after, before)) return changes;
  return [...changes, { of, what: 'moved', name: of }];
}

/** The same whatever the order in which it was written: the database keeps none. */
function plain(entry: Entry): string {
  return JSON.stringify(entry, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)))
      : value,
  );
}
