import type { Lang } from '#platform/i18n.ts';
import type { Kind } from '../exchange/fields.ts';
import { kindTable } from '../exchange/kind-table.ts';

/** The unit of a kind, as people say it. */
export function unitName(lang: Lang, { kind, unit }: { kind: string; unit: string }): string {
  const units = kindTable[kind as Kind]?.quantity.units ?? [];
  return units.find(({ value }) => value === unit)?.label[lang] ?? unit;
}
