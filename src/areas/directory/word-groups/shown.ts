import { fold } from '../search/folding.ts';
import type { WordGroup } from '../search/vocabulary/group.ts';
import { shippedGroups } from '../search/vocabulary/shipped/groups.ts';
import type { GroupRow } from './store.ts';

/** A group as staff see it. */
export interface ShownGroup extends WordGroup {
  readonly state: 'shipped' | 'changed' | 'own' | 'removed';
  /** When staff changed it last; of a shipped one nothing. */
  readonly seen: string | undefined;
}

/** Theirs first, then the shipped ones in their order. */
export function shownGroups(changed: readonly GroupRow[]): readonly ShownGroup[] {
  const rows = new Map(changed.map((row) => [row.code, row]));
  const shipped = new Set(shippedGroups.map(({ code }) => code));
  const own = changed.filter(({ code }) => !shipped.has(code)).map((row) => shownRow(row, 'own'));
  return [
    ...own,
    ...shippedGroups.map((group) => {
      const row = rows.get(group.code);
      return row ? shownRow(row, 'changed') : { ...group, state: 'shipped' as const, seen: undefined };
    }),
  ];
}

function shownRow(row: GroupRow, state: 'changed' | 'own'): ShownGroup {
  const { code, topics, words, phrases, removed, updatedAt } = row;
  return { code, topics, words, phrases, state: removed ? 'removed' : state, seen: updatedAt.toISOString() };
}

/** Whether what somebody looks for stands in one of its words. */
export function speaksOf({ words, phrases }: WordGroup, q: string): boolean {
  const wanted = fold(q);
  return [...words, ...phrases].some((word) => fold(word).includes(wanted));
}
