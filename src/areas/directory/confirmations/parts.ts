import { ok, type Result } from '#platform/result.ts';
import { type HoursCells, type HoursProblem, readHours } from '../hours-text/read.ts';
import type { Channel, ServiceContent } from '../services/content.ts';

export interface PhoneNumber {
  /** Of the way of contact; of a new one, ours to make. */
  readonly id: string;
  readonly number: string;
}

export interface TextParts {
  readonly summary: string;
  readonly description: string;
  readonly application: string;
}

export function mendHours(content: ServiceContent, cells: HoursCells): Result<ServiceContent, HoursProblem> {
  const read = readHours(cells);
  if (!read.ok) return read;
  const { hours: _before, ...rest } = content;
  return ok(read.value ? { ...rest, hours: read.value } : rest);
}

/** Numbers in the order in which they stand; one that was emptied goes, one with an unknown id is new. */
export function mendPhones(content: ServiceContent, numbers: readonly PhoneNumber[]): ServiceContent {
  const typed = new Map(numbers.map(({ id, number }) => [id, number]));
  const kept = content.channels.flatMap((channel) => {
    const number = channel.kind === 'phone' ? typed.get(channel.id) : channel.value;
    return number === '' && channel.kind === 'phone' ? [] : [{ ...channel, value: number ?? channel.value }];
  });
  const known = new Set(content.channels.map(({ id }) => id));
  const added = numbers
    .filter(({ id, number }) => !known.has(id) && number !== '')
    .map(
      ({ id, number }): Channel => ({
        id,
        kind: 'phone',
        value: number,
        label: { ja: '' },
        freeOfCharge: /^(0120|0800)-/.test(number),
        languages: [],
      }),
    );
  return { ...content, channels: [...kept, ...added] };
}

export function mendText(
  content: ServiceContent,
  { summary, description, application }: TextParts,
): ServiceContent {
  return {
    ...content,
    summary: { ...content.summary, ja: summary },
    description: { ...content.description, ja: description },
    application: { ...content.application, ja: application },
  };
}
