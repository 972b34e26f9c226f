import { ok, type Result, refuse } from '#platform/result.ts';

/** A photograph of a receipt is a paper as good as a PDF. */
export const paperKinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const largestPaper = 10 * 1_048_576;
/** Of one application. */
const mostPapers = 100;

/** The whole form on paper, as it came by post. */
export const scanCode = 'scan';

export type PaperRefusal =
  | 'not-writable'
  | 'paper-unknown'
  | 'too-many-papers'
  | 'infected'
  | 'scanner-silent'
  | 'already-there';

/** Infected is never kept; while a scanner that is set does not answer, nothing is kept either. */
export function decidePaper(facts: {
  writable: boolean;
  known: boolean;
  count: number;
  twin: boolean;
  scan: 'clean' | 'infected' | 'unscanned' | 'unreachable';
}): Result<'clean' | 'unscanned', PaperRefusal> {
  if (!facts.writable) return refuse('not-writable');
  if (!facts.known) return refuse('paper-unknown');
  if (facts.scan === 'infected') return refuse('infected');
  if (facts.scan === 'unreachable') return refuse('scanner-silent');
  if (facts.twin) return refuse('already-there');
  return facts.count >= mostPapers ? refuse('too-many-papers') : ok(facts.scan);
}
