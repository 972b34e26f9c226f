import { z } from 'zod';
import { field, formProblem } from '#platform/web/form.ts';
import { readDay } from '#areas/cases/index.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { type Account, accountKinds } from '../applicants/rules.ts';
import type { Asked } from './weigh.ts';
import { askWords } from './ask-words.ts';
import type { BenefitTerms } from './terms.ts';

/** Names of the fields of a condition and of an item, so that none is mistaken for another. */
export const answerField = (code: string) => `answer-${code}`;
export const itemField = (code: string) => `item-${code}`;

const day = z.string().transform((typed, context) => {
  const read = readDay(typed);
  if (read.ok) return read.value;
  const { ja, en } = { ja: askWords.ja.birthHint, en: askWords.en.birthHint };
  context.addIssue({ code: 'custom', ...formProblem({ ja, en }) });
  return z.NEVER;
});
const dayOrNull = z
  .union([z.iso.date(), z.literal('')])
  .default('')
  .transform((typed) => typed || null);

/** What a call does not ask for is not read, whatever was posted. */
const nothing = z
  .unknown()
  .optional()
  .transform(() => null);

export const accountFields = {
  bank: field.optionalText(10),
  bankName: field.optionalText(60),
  branch: field.optionalText(10),
  branchName: field.optionalText(60),
  accountKind: z.enum(accountKinds).catch('1'),
  accountNumber: field.optionalText(20),
  holder: field.optionalText(60),
};
type AccountFields = { [Key in keyof typeof accountFields]: z.output<(typeof accountFields)[Key]> };

/** Null: nothing of it was filled in. */
export function accountOf(typed: AccountFields): Account | null {
  if (!typed.bank && !typed.accountNumber && !typed.holder) return null;
  const { bank, bankName, branch, branchName, accountKind: kind, accountNumber: number, holder } = typed;
  return { bank, bankName, branch, branchName, kind, number, holder, holderIsAnother: false };
}

/** The form of a call's benefit: what it does not ask for is not read. */
export function askForm(rules: BenefitTerms) {
  const has = (kind: string) => rules.conditions.some((condition) => condition.kind === kind);
  const items = rules.amount.kind === 'share' ? rules.amount.items : [];
  const yen = has('income') || has('savings') ? field.wholeOrNull() : nothing;
  const answers = rules.conditions.filter(({ kind }) => kind === 'answer');
  return z
    .object({
      ...accountFields,
      once: z.uuid().nullable().catch(null),
      organisationId: z.uuid(),
      name: field.text(100),
      kana: field.optionalText(100),
      birth: day,
      address: field.optionalText(300),
      phone: field.optionalText(30),
      planNumber: field.optionalText(30),
      household: field.wholeOrNull({ min: 1, max: 30 }).transform((count) => count ?? 1),
      area: field.optionalText(60),
      income: yen,
      savings: yen,
      movedOn: dayOrNull,
      use: field.text(60),
      municipality: z
        .string()
        .regex(/^\d{5}$/)
        .catch(''),
      worry: z.enum(worryTerms.map(({ code }) => code)).catch(''),
      why: field.optionalText(2000),
      askedYen: rules.amount.kind === 'asked' ? field.whole({ min: 1 }) : nothing.transform(() => 0),
      principal: field.wholeOrNull({ min: 1 }),
      rate: field.numberOrNull(),
      instalments: field.wholeOrNull({ min: 1 }),
      firstOn: dayOrNull,
      consent: field.checkbox(),
      ...Object.fromEntries(answers.map(({ code }) => [answerField(code), z.enum(['yes', 'no'])])),
      ...Object.fromEntries(items.map(({ code }) => [itemField(code), field.wholeOrNull({ min: 1 })])),
    })
    .transform((typed) => {
      const { organisationId, once } = typed;
      return { organisationId, once, asked: askedOf(rules, typed) };
    });
}

function askedOf(rules: BenefitTerms, typed: Record<string, unknown> & TypedAsk): Asked {
  const items = rules.amount.kind === 'share' ? rules.amount.items : [];
  const answers = rules.conditions.filter(({ kind }) => kind === 'answer');
  const { principal, rate, instalments, firstOn } = typed;
  const anyCredit = principal !== null || rate !== null || instalments !== null || firstOn !== null;
  return {
    name: typed.name,
    kana: typed.kana,
    birth: typed.birth,
    address: typed.address,
    phone: typed.phone,
    planNumber: typed.planNumber,
    household: typed.household,
    area: typed.area,
    incomeYen: typed.income,
    savingsYen: typed.savings,
    movedOn: typed.movedOn,
    answers: Object.fromEntries(answers.map(({ code }) => [code, String(typed[answerField(code)])])),
    use: typed.use,
    municipality: typed.municipality,
    worry: typed.worry,
    why: typed.why,
    askedYen: typed.askedYen,
    items: items.flatMap(({ code }) => {
      const yen = typed[itemField(code)];
      return typeof yen === 'number' ? [{ code, yen }] : [];
    }),
    credit: anyCredit
      ? {
          principalYen: principal ?? 0,
          basisPoints: Math.round((rate ?? -1) * 100),
          instalments: instalments ?? 0,
          firstOn: firstOn ?? '',
        }
      : null,
    account: rules.payee === 'person' ? accountOf(typed) : null,
    consented: typed.consent,
  };
}

interface TypedAsk extends AccountFields {
  readonly name: string;
  readonly kana: string;
  readonly birth: string;
  readonly address: string;
  readonly phone: string;
  readonly planNumber: string;
  readonly household: number;
  readonly area: string;
  readonly income: number | null;
  readonly savings: number | null;
  readonly movedOn: string | null;
  readonly use: string;
  readonly municipality: string;
  readonly worry: string;
  readonly why: string;
  readonly askedYen: number;
  readonly principal: number | null;
  readonly rate: number | null;
  readonly instalments: number | null;
  readonly firstOn: string | null;
  readonly consent: boolean;
}

/** What was told before, as the form shows it again. */
export function typedOf(
  told: Omit<Asked, 'planNumber' | 'consented' | 'use'> & {
    planNumber: string;
    use: string;
    organisationId: string;
  },
): Readonly<Record<string, string>> {
  const { credit, account } = told;
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return {
    organisationId: told.organisationId,
    name: told.name,
    kana: told.kana,
    birth: told.birth,
    address: told.address,
    phone: told.phone,
    planNumber: told.planNumber,
    household: text(told.household),
    area: told.area,
    income: text(told.incomeYen),
    savings: text(told.savingsYen),
    movedOn: text(told.movedOn),
    use: told.use,
    municipality: told.municipality,
    worry: told.worry,
    why: told.why,
    askedYen: told.askedYen > 0 ? text(told.askedYen) : '',
    principal: text(credit?.principalYen),
    rate: credit ? text(credit.basisPoints / 100) : '',
    instalments: text(credit?.instalments),
    firstOn: text(credit?.firstOn),
    bank: text(account?.bank),
    bankName: text(account?.bankName),
    branch: text(account?.branch),
    branchName: text(account?.branchName),
    accountKind: text(account?.kind),
    accountNumber: text(account?.number),
    holder: text(account?.holder),
    ...Object.fromEntries(Object.entries(told.answers).map(([code, answer]) => [answerField(code), answer])),
    ...Object.fromEntries(told.items.map(({ code, yen }) => [itemField(code), text(yen)])),
  };
}
