import { ok, type Result, refuse } from '#platform/result.ts';
import { monthsLater } from '../rules.ts';
import type { InterestTerms } from '../terms.ts';

/** Instalments in equal amounts (元利均等), a month apart. Yen are whole; a fraction is cut, and the last instalment takes what is left. */
export interface Credit {
  readonly principalYen: number;
  /** Hundredths of a percent a year: 1500 is 15 %. */
  readonly basisPoints: number;
  readonly instalments: number;
  readonly firstOn: string;
}

export interface Instalment {
  readonly number: number;
  readonly dueOn: string;
  readonly principalYen: number;
  readonly interestYen: number;
  /** What the call pays of the interest. */
  readonly subsidyYen: number;
}

export type InterestRefusal = 'no-interest-here' | 'rate-too-high' | 'too-many-instalments' | 'credit-wrong';

export function decideSchedule(
  terms: InterestTerms | null,
  credit: Credit,
): Result<readonly Instalment[], InterestRefusal> {
  if (!terms) return refuse('no-interest-here');
  const { principalYen, basisPoints, instalments } = credit;
  const whole = [principalYen, basisPoints, instalments].every((each) => Number.isSafeInteger(each));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(credit.firstOn)) return refuse('credit-wrong');
  if (!whole || principalYen <= 0 || basisPoints < 0 || instalments < 1 || instalments > principalYen)
    return refuse('credit-wrong');
  if (basisPoints > terms.maxBasisPoints)
    return refuse('rate-too-high', { percent: terms.maxBasisPoints / 100 });
  if (instalments > terms.maxInstalments)
    return refuse('too-many-instalments', { most: terms.maxInstalments });
  return ok(scheduleOf(terms, credit));
}

function scheduleOf(terms: InterestTerms, credit: Credit): readonly Instalment[] {
  const { instalments, firstOn } = credit;
  const each = instalmentYen(credit);
  const rows: Instalment[] = [];
  let left = credit.principalYen;
  for (let number = 1; number <= instalments; number += 1) {
    const interestYen = Math.floor((left * credit.basisPoints) / 120_000);
    const principalYen = number === instalments ? left : Math.min(left, each - interestYen);
    rows.push({
      number,
      dueOn: monthsLater(firstOn, number - 1),
      principalYen,
      interestYen,
      subsidyYen: Math.floor((interestYen * terms.numerator) / terms.denominator),
    });
    left -= principalYen;
  }
  return rows;
}

/** What is paid each month but the last. */
function instalmentYen({ principalYen, basisPoints, instalments }: Credit): number {
  const monthly = basisPoints / 120_000;
  if (monthly === 0) return Math.floor(principalYen / instalments);
  return Math.floor((principalYen * monthly) / (1 - (1 + monthly) ** -instalments));
}

export function subsidyOf(schedule: readonly { readonly subsidyYen: number }[]): number {
  return schedule.reduce((sum, { subsidyYen }) => sum + subsidyYen, 0);
}

export type PayRefusal = 'not-due-yet' | 'paid-before' | 'nothing-to-pay' | 'not-seen-yet';

/** An instalment's interest is paid when its day has come and the person has shown that they paid: once. */
export function decideInterestPayment(facts: {
  dueOn: string;
  today: string;
  orderedAt: Date | null;
  subsidyYen: number;
  /** Left out by whoever is about to see it. */
  isSeen?: boolean;
}): Result<'pay', PayRefusal> {
  if (facts.orderedAt !== null) return refuse('paid-before');
  if (facts.subsidyYen === 0) return refuse('nothing-to-pay');
  if (facts.dueOn > facts.today) return refuse('not-due-yet', { on: facts.dueOn });
  return facts.isSeen === false ? refuse('not-seen-yet') : ok('pay');
}
