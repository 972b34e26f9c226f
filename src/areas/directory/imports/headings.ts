import { ours } from './columns/facilities.ts';
import { synonyms } from './columns/synonyms.ts';
import { type Column, type ColumnField, type Layout, layouts } from './layouts.ts';

export interface ReadHeadings {
  readonly layout: Layout;
  /** For each column of the file, what it is here; undefined: not taken over. */
  readonly fields: readonly (ColumnField | undefined)[];
  /** Headings that are not taken over. */
  readonly unread: readonly string[];
}

/** The layout that most of the headings belong to, and what each column is. */
export function readHeadings(headings: readonly string[]): ReadHeadings {
  const folded = headings.map(foldHeading);
  const fits = (layout: Layout) => {
    const known = new Set(layout.columns.map(({ heading }) => foldHeading(heading)));
    return folded.filter((heading) => known.has(heading)).length;
  };
  const [best] = layouts.toSorted((a, b) => fits(b) - fits(a));
  const layout = best as Layout;
  const fieldOf = fieldsBy(layout);
  const taken = new Set<ColumnField>();
  const fields = folded.map((heading) => {
    const field = fieldOf.get(heading);
    if (!field || taken.has(field)) return undefined;
    taken.add(field);
    return field;
  });
  const unread = headings.filter((heading, index) => heading.trim() !== '' && !fields[index]);
  return { layout, fields, unread };
}

/** The layout's own headings go before those of the others, and all of them before synonyms. */
function fieldsBy(layout: Layout): ReadonlyMap<string, ColumnField> {
  const fields = new Map<string, ColumnField>();
  const known = new Set(layout.columns.map(({ heading }) => foldHeading(heading)));
  const learn = (heading: string, field: ColumnField | undefined) => {
    const folded = foldHeading(heading);
    if (field && !fields.has(folded)) fields.set(folded, field);
  };
  for (const { heading, field } of layout.columns) learn(heading, field);
  for (const [heading, field] of Object.entries(synonyms))
    if (!known.has(foldHeading(heading))) learn(heading, field);
  for (const { heading, field } of layouts.flatMap(({ columns }): readonly Column[] => columns))
    if (!known.has(foldHeading(heading))) learn(heading, field);
  for (const line of ours.trim().split('\n')) {
    const [heading = '', field] = line.trim().split('=');
    learn(heading, field as ColumnField);
  }
  return fields;
}

/** Full and half width, brackets, marks, blanks and case make no difference: 「名称（カナ）◎」 is 「名称_カナ」. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/必須|任意/g, '')
    .replace(/[^\p{L}\p{N}ー]/gu, '');
}
