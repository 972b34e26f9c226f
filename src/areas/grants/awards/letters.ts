import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { readWritten } from '../applications/open.ts';
import {
  addresseeOf,
  contactOf,
  dayFact,
  factsOf,
  periodFacts,
  plainFact,
  yenFact,
} from '../letters/facts.ts';
import { issueLetter } from '../letters/issue.ts';
import type { LetterFacts } from '../letters/kinds/rules.ts';
import type { OpenedAward } from './open.ts';

export interface AfterDecision {
  /** As it stood before what the letter tells. */
  readonly opened: OpenedAward;
  readonly kind: 'change' | 'abolition' | 'fixing' | 'cancellation' | 'return';
  /** The amount decided, fixed, kept, or to be returned. */
  readonly yen: number;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly dueOn?: string;
  readonly surchargeYen?: number;
  readonly reason?: string;
}

/** A letter about an award, numbered and written as it goes out. */
export async function sendLetter(tx: Tx, vault: Vault, letter: AfterDecision, now: Date): Promise<void> {
  const { opened, kind, reason } = letter;
  const { application, award, terms } = opened;
  const { applicant } = await readWritten(tx, opened);
  await issueLetter(
    tx,
    vault,
    {
      bureauId: award.bureauId,
      issuedOn: tokyoDay(now),
      application,
      kind,
      addressee: applicant ? addresseeOf(applicant) : [],
      facts: { ...factsOf({ terms, application, ...(reason && { reason }) }), ...factsAfter(letter) },
      conditions: [],
      contact: contactOf(terms),
    },
    now,
  );
}

function factsAfter({ opened, kind, yen, dueOn, surchargeYen, ...period }: AfterDecision): LetterFacts {
  const { award, terms } = opened;
  const [startsOn, endsOn] = [period.startsOn ?? award.startsOn, period.endsOn ?? award.endsOn];
  const back = Math.max(0, award.paidYen - yen);
  return {
    award: plainFact(award.number),
    awardedOn: dayFact(award.decidedOn),
    before: yenFact(kind === 'cancellation' ? award.decidedYen - yen : award.decidedYen),
    paid: yenFact(award.paidYen),
    ...(startsOn && endsOn && periodFacts(terms, { startsOn, endsOn })),
    ...(kind === 'return' ? { returnYen: yenFact(yen) } : { yen: yenFact(yen) }),
    ...(kind === 'fixing' && back > 0 && { returnYen: yenFact(back) }),
    ...(dueOn && { returnBy: dayFact(dueOn) }),
    ...(surchargeYen && { surcharge: yenFact(surchargeYen) }),
  };
}
