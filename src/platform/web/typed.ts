import { z } from 'zod';
import type { Typed } from './form.ts';

/** A form of rows is flat: `channels.0.value`, `hours.rules.1.days`. Names are the paths in the content. */
export const flatForm = z.record(
  z.string().max(100),
  z.union([z.string().max(20_000), z.array(z.string().max(500)).max(500)]),
);

export function textOf(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function listOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

export function isTicked(typed: Typed, name: string): boolean {
  return textOf(typed, name) !== '';
}

const mostRows = 200;

/** How many rows a form shows: as many as it says, otherwise what is stored and `more`, empty. */
export function rowCount(typed: Typed, list: string, stored: number, more = 1): number {
  const said = Number(textOf(typed, `${list}.rows`));
  return Number.isInteger(said) && said > 0 ? Math.min(said, mostRows) : stored + more;
}

/** The rows that say something and are not to be removed. `says` names the fields of which one has to be filled. */
export function filledRows(typed: Typed, list: string, says: readonly string[]): readonly number[] {
  return Array.from({ length: rowCount(typed, list, 0, 0) }, (_, at) => at).filter(
    (at) =>
      !isTicked(typed, `${list}.${at}.remove`) &&
      says.some((name) => listOf(typed, `${list}.${at}.${name}`).some((each) => each !== '')),
  );
}

/** What a button of a form of rows asks for: `add:channels`, `up:channels.2`. Undefined: to save. */
export function rowButton(typed: Typed): { act: 'add' | 'up'; list: string; at: number } | undefined {
  const [, act, list, at] = /^(add|up):([a-zA-Z][\w.-]*?)(?:\.(\d+))?$/.exec(textOf(typed, 'do')) ?? [];
  return act && list ? { act: act as 'add' | 'up', list, at: Number(at ?? 0) } : undefined;
}

/** The form with one row more, or with a row and the one above it changed round; everything else as it was typed. */
export function pressed(typed: Typed, { act, list, at }: NonNullable<ReturnType<typeof rowButton>>): Typed {
  if (act === 'add') return { ...typed, [`${list}.rows`]: String(rowCount(typed, list, 0, 0) + 1) };
  if (at < 1) return typed;
  const swapped = Object.entries(typed).map(([name, value]) => [renamed(name, list, at), value] as const);
  return Object.fromEntries(swapped);
}

function renamed(name: string, list: string, at: number): string {
  const [from, to] = [`${list}.${at}.`, `${list}.${at - 1}.`];
  if (name.startsWith(from)) return to + name.slice(from.length);
  return name.startsWith(to) ? from + name.slice(to.length) : name;
}

/**
 * A content holds only the rows that were filled, so its third may be the form's fourth: this gives the name in the form
 * of a field of the content. Lists are given with the rows of the form that became theirs, outer before inner.
 */
export function formName(field: string, rows: Readonly<Record<string, readonly number[]>>): string {
  let name = field;
  for (const [list, indexes] of Object.entries(rows)) {
    if (!name.startsWith(`${list}.`)) continue;
    const [at = '', ...rest] = name.slice(list.length + 1).split('.');
    const row = indexes[Number(at)];
    if (/^\d+$/.test(at) && row !== undefined) name = [list, String(row), ...rest].join('.');
  }
  return name;
}
