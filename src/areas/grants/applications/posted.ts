import type { Typed } from '#platform/web/form.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Problem } from '#platform/web/form-state.ts';
import {
  filledRows,
  isTicked,
  listOf,
  pressed,
  type rowButton,
  rowCount,
  textOf,
} from '#platform/web/typed.ts';
import {
  type Account,
  type AccountKind,
  accountKinds,
  type ApplicantFacts,
  type ApplicantKind,
  applicantKinds,
  problemsOfAccount,
  problemsOfApplicant,
  tidyAccount,
  tidyApplicant,
} from '../applicants/rules.ts';
import type { CallTerms, Question } from '../calls/terms.ts';
import type { PartInput } from './actions.ts';
import { accountPart, applicantPart } from './open.ts';
import { type Answer, problemOf, tidyNumber } from './rules.ts';
import { fieldWords } from './field-words.ts';

/** Names of the fields: those of an answer, and of the version that the writer saw of a part. */
export const nameOf = (code: string) => `q.${code}`;
export const baseOf = (code: string) => `base.${code}`;
export const keepOf = (code: string) => `keep.${code}`;
/** The codes of bank and branch that somebody was told to compare and has sent once more: the passbook says so. */
export const seenCodes = 'seenCodes';

/** The parts that a form holds: it says of each which version its writer saw. */
export function readPosted(terms: CallTerms, typed: Typed): readonly PartInput[] {
  const parts: PartInput[] = [];
  const add = (code: string, said: () => unknown) => {
    const base = textOf(typed, baseOf(code));
    if (!/^\d{1,9}$/.test(base)) return;
    if (textOf(typed, keepOf(code)) === 'theirs') return;
    parts.push({ code, base: Number(base), said: said() });
  };
  add(applicantPart, () => readApplicant(typed));
  add(accountPart, () => readAccount(typed));
  for (const question of terms.questions) add(question.code, () => readAnswer(question, typed));
  return parts;
}

type RowButton = NonNullable<ReturnType<typeof rowButton>>;

/** The form after a button of its rows: a cost that was added counts towards the grant until somebody says otherwise. */
export function pressedCosts(typed: Typed, button: RowButton): Typed {
  const values = pressed(typed, button);
  if (button.act !== 'add') return values;
  return { ...values, [`${button.list}.${rowCount(values, button.list, 0) - 1}.eligible`]: 'on' };
}

/** An answer as it was typed, so far that machines understand it. Nothing that was typed is dropped. */
function readAnswer({ code, kind }: Question, typed: Typed): Answer {
  const name = nameOf(code);
  if (kind === 'choices') return listOf(typed, name);
  if (kind === 'costs')
    return filledRows(typed, name, ['what', 'yen']).map((at) => ({
      what: textOf(typed, `${name}.${at}.what`),
      yen: tidyNumber(textOf(typed, `${name}.${at}.yen`)),
      eligible: isTicked(typed, `${name}.${at}.eligible`),
    }));
  const text = textOf(typed, name);
  return kind === 'number' || kind === 'yen' ? tidyNumber(text) : text;
}

function readApplicant(typed: Typed): ApplicantFacts {
  const text = (name: string) => textOf(typed, name);
  const kind = applicantKinds.find((each) => each === text('kind')) ?? guessKind(text('corporateNumber'));
  return tidyApplicant({
    kind,
    name: text('name'),
    corporateNumber: text('corporateNumber'),
    contact: {
      representative: text('representative'),
      postalCode: text('postalCode'),
      address: text('address'),
      phone: text('phone'),
      mail: text('mail'),
    },
  });
}

const guessKind = (number: string): ApplicantKind => (number ? 'corporation' : 'unincorporated');

function readAccount(typed: Typed): Account {
  const text = (name: string) => textOf(typed, name);
  return tidyAccount({
    bank: text('bank'),
    bankName: text('bankName'),
    branch: text('branch'),
    branchName: text('branchName'),
    kind: accountKinds.find((each) => each === text('accountKind')) ?? ('' as AccountKind),
    number: text('accountNumber'),
    holder: text('holder'),
    holderIsAnother: isTicked(typed, 'holderIsAnother'),
  });
}

/** What of the parts cannot be sent so, in words, at its field. It is saved all the same. */
export function problemsOf(
  lang: Lang,
  { terms, parts, places }: { terms: CallTerms; parts: readonly PartInput[]; places: readonly string[] },
): readonly Problem[] {
  const t = fieldWords[lang];
  return parts.flatMap(({ code, said }): readonly Problem[] => {
    if (code === applicantPart)
      return problemsOfApplicant(said as ApplicantFacts).map(({ field, problem }) => ({
        field,
        message: t.applicantProblems[problem],
      }));
    if (code === accountPart)
      return problemsOfAccount(said as Account).map(({ field, problem }) => ({
        field: { kind: 'accountKind', number: 'accountNumber' }[field as string] ?? field,
        message: t.accountProblems[problem],
      }));
    const question = terms.questions.find((each) => each.code === code);
    const problem = question && problemOf(question, said as Answer, places);
    return problem ? [{ field: nameOf(code), message: t.problems[problem] }] : [];
  });
}
