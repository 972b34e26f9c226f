import { randomUUID } from 'node:crypto';
import type { Typed } from '#platform/web/form.ts';
import type { CostOption, RequiredDocument, ServiceContent } from '../services/content.ts';
import { narrow, type Reading, readNumber, readTranslated, unreadNumbers } from './values.ts';
import { filledRows, textOf } from '#platform/web/typed.ts';

export function readApplying(typed: Typed, base: ServiceContent): Partial<Reading> {
  const options = filledRows(typed, 'costs.options', ['option', 'amountYen', 'description']);
  const documents = filledRows(typed, 'documents', ['name.ja', 'url']);
  return {
    content: {
      ...base,
      application: readTranslated(typed, 'application', base.application),
      costs: {
        free: textOf(typed, 'costs.free') !== 'no',
        description: readTranslated(typed, 'costs.description', base.costs.description),
        options: options.map((row) => readOption(typed, `costs.options.${row}`, base.costs.options)),
      },
      documents: documents.map((row) => readDocument(typed, `documents.${row}`, base.documents)),
    },
    rows: { 'costs.options': options, documents },
    unread: unreadNumbers(
      typed,
      options.map((row) => `costs.options.${row}.amountYen`),
    ),
  };
}

function readOption(typed: Typed, row: string, stored: readonly CostOption[]): CostOption {
  const amount = readNumber(textOf(typed, `${row}.amountYen`));
  return {
    id: idOf(typed, row, stored),
    option: textOf(typed, `${row}.option`),
    amountYen: Number.isNaN(amount) ? null : amount,
    description: textOf(typed, `${row}.description`),
  };
}

function readDocument(typed: Typed, row: string, stored: readonly RequiredDocument[]): RequiredDocument {
  const id = idOf(typed, row, stored);
  const before = stored.find((each) => each.id === id);
  return {
    id,
    name: readTranslated(typed, `${row}.name`, before?.name ?? { ja: '' }),
    url: narrow(textOf(typed, `${row}.url`)),
  };
}

/** A row keeps its id; one that is not the entry's is none. */
function idOf(typed: Typed, row: string, stored: readonly { readonly id: string }[]): string {
  const said = textOf(typed, `${row}.id`);
  return stored.some(({ id }) => id === said) ? said : randomUUID();
}
