import { randomUUID } from 'node:crypto';
import type { Typed } from '#platform/web/form.ts';
import type { ChannelKind } from '../hours/hours.ts';
import type { Channel, ServiceContent } from '../services/content.ts';
import { narrow, type Reading, readTranslated } from './values.ts';
import { filledRows, isTicked, listOf, textOf } from '#platform/web/typed.ts';

export function readContact(typed: Typed, base: ServiceContent): Partial<Reading> {
  const rows = filledRows(typed, 'channels', ['kind', 'value', 'label.ja']);
  const channels = rows.map((row) => readChannel(typed, `channels.${row}`, base.channels));
  return { content: { ...base, channels }, rows: { channels: rows } };
}

/** A row keeps its id and the hours of its own; an id that is not the entry's is none. */
function readChannel(typed: Typed, row: string, stored: readonly Channel[]): Channel {
  const before = stored.find(({ id }) => id === textOf(typed, `${row}.id`));
  const kind = textOf(typed, `${row}.kind`) as ChannelKind;
  const value = narrow(textOf(typed, `${row}.value`));
  return {
    id: before?.id ?? randomUUID(),
    kind,
    value: kind === 'line' ? value.replace(/^@/, '') : isNumber(kind) ? hyphened(value) : value,
    label: readTranslated(typed, `${row}.label`, before?.label ?? { ja: '' }),
    ...(before?.hours && { hours: before.hours }),
    freeOfCharge: isTicked(typed, `${row}.freeOfCharge`),
    languages: listOf(typed, `${row}.languages`),
  };
}

function isNumber(kind: ChannelKind): boolean {
  return kind === 'phone' || kind === 'fax';
}

/** 「0120（000）001」 and 「0120ー000ー001」 are 0120-000-001. */
function hyphened(number: string): string {
  return number
    .replace(/[()‐‑–—―−ー]/g, '-')
    .replace(/\s/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
