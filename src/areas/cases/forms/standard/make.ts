import type { FieldClass } from '../../relations/rules.ts';
import type { FieldKind, FormField, FormList, FormOption, Source } from '../form.ts';

type Row = readonly [code: string, ja: string, en: string, more?: Partial<FormOption>];

/** A list of the national forms: a row for each option. */
export function list(
  [code, ja, en]: readonly [string, string, string],
  source: Source,
  rows: readonly Row[],
): FormList {
  const options = rows.map(([option, nameJa, nameEn, rest]) => ({
    code: option,
    name: { ja: nameJa, en: nameEn },
    source,
    ...rest,
  }));
  return { code, name: { ja, en }, options };
}

/** `many:issue` is a field with several choices of the list `issue`. */
type Kind = Exclude<FieldKind, 'one' | 'many'> | `one:${string}` | `many:${string}`;

export function field(
  [code, ja, en]: readonly [string, string, string],
  kind: Kind,
  {
    class: fieldClass = 'basic',
    source = 'memory',
    ...more
  }: Partial<FormField> & { class?: FieldClass } = {},
): FormField {
  const [plain = 'text', of] = kind.split(':');
  return {
    code,
    name: { ja, en },
    kind: plain as FieldKind,
    class: fieldClass,
    ...(of ? { list: of } : {}),
    source,
    ...more,
  };
}
