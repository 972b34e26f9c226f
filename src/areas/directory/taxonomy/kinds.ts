import type { ServiceKind } from '../services/content.ts';
import { plain, type Term } from './term.ts';

const names: Readonly<Record<ServiceKind, readonly [ja: string, en: string]>> = {
  scheme: ['支援制度', 'Scheme'],
  desk: ['相談窓口', 'Desk'],
  group: ['支援団体', 'Group'],
  place: ['居場所', 'Place'],
};

/** The four kinds of entries. */
export const kindTerms: readonly Term[] = Object.entries(names).map(([code, [ja, en]]) =>
  plain(code, ja, en),
);
