import { tokyoMinute } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { CallTerms } from '../calls/terms.ts';
import { accountPart, applicantPart, type Written } from './open.ts';
import { type Answers, askedPapers, askedQuestions, isEmpty } from './rules.ts';
import type { Gap } from './sending/rules.ts';
import { words } from './words.ts';

export type TaskStatus = 'done' | 'open' | 'mend' | 'optional';

/** One thing to do, as a line of the overview. */
export interface TaskLine {
  readonly href: string;
  readonly label: string;
  readonly status: TaskStatus;
  /** Who wrote there last, and when. */
  readonly by: string;
}

export const papersPart = '@papers';

/** The parts in the order of their pages: who asks, the questions, the account, the papers (where a call wants any). */
export function partsOf(terms: CallTerms, answers: Answers): readonly string[] {
  const questions = askedQuestions(terms, answers).map(({ code }) => code);
  const papers = askedPapers(terms, answers).length > 0 ? [papersPart] : [];
  return [applicantPart, ...questions, accountPart, ...papers];
}

/** The part that a gap belongs to. */
function partOfGap(gap: Gap): string {
  if (gap.part === 'applicant') return applicantPart;
  if (gap.part === 'account') return accountPart;
  return gap.part === 'paper' ? papersPart : gap.code;
}

/** The first part after `code` that is not done; undefined: none is left. Before the first, `code` is empty. */
export function nextPart(
  { terms, answers }: { terms: CallTerms; answers: Answers },
  { gaps, code }: { gaps: readonly Gap[]; code: string },
): string | undefined {
  const parts = partsOf(terms, answers);
  const open = new Set(gaps.map(partOfGap));
  const after = parts.slice(parts.indexOf(code) + 1);
  const following = after[0];
  // Somebody who goes page by page also passes what need not be answered.
  if (following && code) return following;
  return parts.find((part) => open.has(part));
}

export function taskLines(
  lang: Lang,
  facts: {
    terms: CallTerms;
    written: Written;
    papers: readonly string[];
    gaps: readonly Gap[];
    urlOf: (part: string) => string;
    nameOf: (by: string | null) => string;
  },
): readonly TaskLine[] {
  const { terms, written, gaps } = facts;
  const t = words[lang];
  const open = new Set(gaps.map(partOfGap));
  return partsOf(terms, written.answers).map((part) => {
    const question = terms.questions.find(({ code }) => code === part);
    const filled =
      part === papersPart
        ? facts.papers.length > 0
        : question
          ? !isEmpty(written.answers.get(part))
          : written.marks.has(part);
    const mark = written.marks.get(part);
    return {
      href: facts.urlOf(part),
      label:
        question?.label[lang] ??
        (part === applicantPart ? t.applicant : part === accountPart ? t.account : t.papers),
      status: open.has(part) ? (filled ? 'mend' : 'open') : filled ? 'done' : 'optional',
      by: mark ? t.changedBy(facts.nameOf(mark.by), tokyoMinute(mark.at)) : '',
    };
  });
}
