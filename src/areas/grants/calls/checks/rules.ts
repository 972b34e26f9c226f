import { questionOf } from '../../figures/rules.ts';
import type { CallTerms, Paper, Question, QuestionKind } from '../terms.ts';
import { benefitFlaws, flawsOfBenefit } from './benefits/rules.ts';

/** The parts in which an office writes the terms: one page each. */
const forGroups = [
  'basics',
  'windows',
  'amount',
  'eligibility',
  'questions',
  'papers',
  'conditions',
  'review',
  'figures',
] as const;
/** What is asked of a person stands in the conditions of the benefit. */
const forPersons = ['basics', 'windows', 'benefit', 'benefit-conditions', 'conditions'] as const;
export type Section = (typeof forGroups)[number] | (typeof forPersons)[number];

export function sectionsOf({ benefit }: Pick<CallTerms, 'benefit'>): readonly Section[] {
  return benefit ? forPersons : forGroups;
}

const flaws = [
  'name-missing',
  'summary-missing',
  'who-missing',
  'contact-missing',
  'window-missing',
  'window-turned',
  'windows-overlap',
  'yen-missing',
  'tiers-missing',
  'tiers-double',
  'rate-wrong',
  'amount-question',
  'advance-wrong',
  'eligibility-words',
  'questions-missing',
  'question-words',
  'options-missing',
  'condition-unknown',
  'paper-words',
  'report-missing',
  'report-unwanted',
  'report-days',
  'check-words',
  'criterion-words',
  'number-words',
  'figure-measure',
  'figure-question',
  ...benefitFlaws,
] as const;
export type FlawName = (typeof flaws)[number];

/** What is wrong with terms before they can be published, and on which page it is mended. */
export interface Flaw {
  readonly section: Section;
  readonly flaw: FlawName;
  /** Which of several, from 1. */
  readonly at?: number;
}

/** Every flaw, in the order of the pages. A call without flaws can be asked, paid and reported by rule. */
export function flawsOf(terms: CallTerms, shape: string): readonly Flaw[] {
  if (terms.benefit)
    return [
      ...basics(terms),
      ...windows(terms),
      ...flawsOfBenefit(terms.benefit),
      ...(terms.report ? [{ section: 'conditions', flaw: 'report-unwanted' } as const] : []),
    ];
  return [
    ...basics(terms),
    ...windows(terms),
    ...amount(terms),
    ...eligibility(terms),
    ...questions(terms),
    ...papers('papers', terms.papers, terms.questions),
    ...report(terms, shape),
    ...review(terms),
    ...figures(terms),
  ];
}

const blank = (text: { ja: string } | undefined) => !text?.ja.trim();

function basics({ name, summary, whoFor, contact }: CallTerms): Flaw[] {
  const found: [boolean, FlawName][] = [
    [blank(name), 'name-missing'],
    [blank(summary), 'summary-missing'],
    [blank(whoFor), 'who-missing'],
    [blank(contact.name) || (!contact.phone.trim() && !contact.mail.trim()), 'contact-missing'],
  ];
  return found.filter(([wrong]) => wrong).map(([, flaw]) => ({ section: 'basics', flaw }));
}

function windows({ windows: all }: CallTerms): Flaw[] {
  const flaw = (name: FlawName, index: number): Flaw => ({ section: 'windows', flaw: name, at: index + 1 });
  if (all.length === 0) return [{ section: 'windows', flaw: 'window-missing' }];
  return all.flatMap(({ opensOn, closesOn }, index) => {
    if (!opensOn || !closesOn) return [flaw('window-missing', index)];
    if (closesOn < opensOn) return [flaw('window-turned', index)];
    const over = all.slice(0, index).some((each) => each.opensOn <= closesOn && opensOn <= each.closesOn);
    return over ? [flaw('windows-overlap', index)] : [];
  });
}

function amount({ amount: rule, advance, questions: asked }: CallTerms): Flaw[] {
  const found: Flaw[] = [];
  const add = (flaw: FlawName) => found.push({ section: 'amount', flaw });
  const kindOf = (code: string): QuestionKind | undefined => asked.find((each) => each.code === code)?.kind;
  if (rule.kind === 'fixed' && rule.yen < 1) add('yen-missing');
  if (rule.kind === 'tiers') {
    const froms = rule.tiers.map(({ from }) => from);
    if (rule.tiers.length === 0 || rule.tiers.some(({ yen }) => yen < 1)) add('tiers-missing');
    if (new Set(froms).size < froms.length) add('tiers-double');
    if (kindOf(rule.question) !== 'number') add('amount-question');
  }
  if (rule.kind === 'rate') {
    const { numerator, denominator, ceiling, roundDownTo } = rule;
    if (numerator < 1 || denominator < numerator || ceiling < 1 || roundDownTo < 1) add('rate-wrong');
    if (kindOf(rule.question) !== 'costs') add('amount-question');
  }
  if (advance.allowed && (advance.upToPercent < 1 || advance.upToPercent > 100)) add('advance-wrong');
  return found;
}

function eligibility({ eligibility: asked }: CallTerms): Flaw[] {
  return asked.flatMap(({ label, otherwise }, index) =>
    blank(label) || blank(otherwise)
      ? [{ section: 'eligibility', flaw: 'eligibility-words', at: index + 1 } as const]
      : [],
  );
}

function questions({ questions: asked }: CallTerms): Flaw[] {
  if (asked.length === 0) return [{ section: 'questions', flaw: 'questions-missing' }];
  return asked.flatMap((question, index) => {
    const flaw = (name: FlawName): Flaw => ({ section: 'questions', flaw: name, at: index + 1 });
    if (blank(question.label)) return [flaw('question-words')];
    const options = question.options ?? [];
    const chooses = question.kind === 'choice' || question.kind === 'choices';
    if (chooses && (options.length < 2 || options.some(({ label }) => blank(label))))
      return [flaw('options-missing')];
    return isKnown(question.onlyIf, asked.slice(0, index)) ? [] : [flaw('condition-unknown')];
  });
}

/** A condition names a question that is asked before, and one of its answers. */
function isKnown(onlyIf: Question['onlyIf'], asked: readonly Question[]): boolean {
  if (!onlyIf) return true;
  const question = asked.find(({ code }) => code === onlyIf.code);
  if (!question) return false;
  if (question.kind === 'yes-no') return onlyIf.is === 'yes' || onlyIf.is === 'no';
  return !question.options || question.options.some(({ code }) => code === onlyIf.is);
}

function papers(section: Section, all: readonly Paper[], asked: readonly Question[]): Flaw[] {
  return all.flatMap((paper, index): Flaw[] => {
    if (blank(paper.label)) return [{ section, flaw: 'paper-words', at: index + 1 }];
    return isKnown(paper.onlyIf, asked) ? [] : [{ section, flaw: 'condition-unknown', at: index + 1 }];
  });
}

/** A subsidy is reported on; a one-shot grant asks for its money at once, and nothing follows. */
function report({ report: asked, questions: all }: CallTerms, shape: string): Flaw[] {
  const section = 'conditions';
  if (shape === 'one-shot') return asked ? [{ section, flaw: 'report-unwanted' }] : [];
  if (!asked) return [{ section, flaw: 'report-missing' }];
  const days = asked.daysAfterEnd < 1 || !asked.latestOn || asked.keepYears < 1;
  return [
    ...(days ? [{ section, flaw: 'report-days' } as const] : []),
    ...papers(section, asked.papers, all),
  ];
}

function review({ checks, criteria }: CallTerms): Flaw[] {
  const section = 'review';
  return [
    ...checks.flatMap(({ label }, index) =>
      blank(label) ? [{ section, flaw: 'check-words', at: index + 1 } as const] : [],
    ),
    ...criteria.flatMap(({ label, most }, index) =>
      blank(label) || most < 1 ? [{ section, flaw: 'criterion-words', at: index + 1 } as const] : [],
    ),
  ];
}

function figures(terms: CallTerms): Flaw[] {
  const section = 'figures';
  const numbers = terms.report?.questions ?? [];
  return [
    ...numbers.flatMap(({ label }, index) =>
      blank(label) ? [{ section, flaw: 'number-words', at: index + 1 } as const] : [],
    ),
    ...(terms.figures ?? []).flatMap((figure, index): Flaw[] => {
      if (!figure.measureId) return [{ section, flaw: 'figure-measure', at: index + 1 }];
      const known = questionOf(terms, figure) !== undefined;
      return known ? [] : [{ section, flaw: 'figure-question', at: index + 1 }];
    }),
  ];
}
