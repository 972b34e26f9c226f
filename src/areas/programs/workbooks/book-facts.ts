import type { Lang } from '#platform/i18n.ts';
import type { BookRow } from '#ui/workbook/book.ts';
import type { EntryContent, YearWords } from '../entries/contents.ts';
import { noRow } from './layout/rules.ts';

/** What a workbook is made of. */
export interface BookFacts {
  readonly lang: Lang;
  readonly round: {
    readonly id: string;
    readonly title: string;
    readonly message: string;
    readonly deadlineOn: string;
    readonly fiscalYear: number;
    readonly workbookKey: string;
  };
  readonly organisation: { readonly id: string; readonly name: string };
  /** Who answers questions. */
  readonly contact: string;
  readonly author: string;
  readonly today: string;
  readonly contents: readonly EntryContent[];
  readonly words: YearWords;
}

export function isLocked({ status }: Pick<EntryContent, 'status'>): boolean {
  return status === 'submitted' || status === 'accepted';
}

export function footerOf({ round, organisation }: BookFacts): string {
  const plain = (text: string) => text.replaceAll('&', '&&');
  return `&L${plain(round.title)}　${plain(organisation.name)}&R&P / &N`;
}

export const hiddenRow = (cells: readonly string[]): BookRow => ({
  cells: cells.map((value) => ({ value, look: 'plain' })),
  hidden: true,
});

/** A title and a line below it, in column B. */
export const titleRows = (title: string, lead: string): readonly BookRow[] => [
  {
    cells: [
      { value: noRow, look: 'plain' },
      { value: title, look: 'title' },
    ],
    height: 30,
  },
  {
    cells: [
      { value: noRow, look: 'plain' },
      { value: lead, look: 'lead' },
    ],
    height: 22,
  },
];
