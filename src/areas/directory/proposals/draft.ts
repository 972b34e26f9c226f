import { randomUUID } from 'node:crypto';
import { applyCells } from '../imports/cells/all.ts';
import type { Place } from '../imports/cells/codec.ts';
import type { ColumnField } from '../imports/layouts.ts';
import type { ServiceContent, ServiceKind } from '../services/content.ts';
import { emptyContent } from '../services/empty.ts';

interface Suggested {
  readonly kind: ServiceKind;
  readonly name: string;
  readonly description: string;
  readonly address: string;
  readonly phone: string;
  readonly website: string;
}

/** What was said of a missing entry, as far as it can be read; what cannot stays in the description for a person to write. */
export function draftOf({ kind, ...said }: Suggested, places: readonly Place[]): ServiceContent {
  const empty = emptyContent(kind);
  const typed = new Map(Object.entries(said).filter(([, text]) => text !== '')) as Map<ColumnField, string>;
  const { content, problems } = applyCells(empty, typed, { places, newId: randomUUID });
  const unread = problems.map(({ field }) => typed.get(field) ?? '').filter(Boolean);
  if (unread.length === 0) return content;
  const description = [content.description.ja, ...unread].filter(Boolean).join('\n');
  return { ...content, description: { ja: description } };
}
