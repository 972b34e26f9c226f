import { ok, type Result, refuse } from '#platform/result.ts';

/**
 * The way of the money from who gave it to the person: given ≥ decided ≥ paid to the group ≥ handed over ≥ accounted for. Each hop
 * has a day and a paper; what a group could not hand over comes back.
 */
export interface Custody {
  /** Paid to the group (or the person). */
  readonly paidYen: number;
  readonly paidOn: string | null;
  /** Handed over, with a receipt. */
  readonly handedYen: number;
  /** Of that, receipts that the office has looked at. */
  readonly confirmedYen: number;
  /** Given back to the fund. */
  readonly returnedYen: number;
}

export const ways = ['cash', 'transfer', 'goods'] as const;
export type Way = (typeof ways)[number];

export type HandOnRefusal =
  | 'yen-not-positive'
  | 'not-paid-yet'
  | 'more-than-held'
  | 'held-changed'
  | 'day-to-come'
  | 'before-payment'
  | 'receipt-missing';

/** What the group still holds. */
export function heldBy({ paidYen, handedYen, returnedYen }: Custody): number {
  return paidYen - handedYen - returnedYen;
}

function isStale(custody: Custody, seenYen: number | null): boolean {
  return seenYen !== null && seenYen !== heldBy(custody);
}

/** `seenYen`: what the form said that the group holds; a form that is sent twice says what is no longer so. Null: nobody looked at one. */
export function decideHandOn(
  custody: Custody,
  handOn: { yen: number; on: string; today: string; hasReceipt: boolean; seenYen: number | null },
): Result<'hand-on', HandOnRefusal> {
  const { yen, on, today } = handOn;
  if (!Number.isSafeInteger(yen) || yen <= 0) return refuse('yen-not-positive');
  if (custody.paidOn === null || custody.paidYen === 0) return refuse('not-paid-yet');
  if (isStale(custody, handOn.seenYen)) return refuse('held-changed');
  if (yen > heldBy(custody)) return refuse('more-than-held', { held: heldBy(custody) });
  if (on > today) return refuse('day-to-come');
  if (on < custody.paidOn) return refuse('before-payment', { on: custody.paidOn });
  return handOn.hasReceipt ? ok('hand-on') : refuse('receipt-missing');
}

export type ConfirmRefusal = 'confirmed-before' | 'own-hand-on';

/** The office looks at the receipt once; whoever handed over does not confirm it. */
export function decideConfirm(facts: {
  confirmedAt: Date | null;
  handedBy: string | null;
  personId: string | null;
}): Result<'confirm', ConfirmRefusal> {
  if (facts.confirmedAt !== null) return refuse('confirmed-before');
  return facts.handedBy !== null && facts.handedBy === facts.personId ? refuse('own-hand-on') : ok('confirm');
}

export type ReturnRefusal = 'yen-not-positive' | 'more-than-held' | 'held-changed';

export function decideReturn(
  custody: Custody,
  { yen, seenYen }: { yen: number; seenYen: number | null },
): Result<'return', ReturnRefusal> {
  if (!Number.isSafeInteger(yen) || yen <= 0) return refuse('yen-not-positive');
  if (isStale(custody, seenYen)) return refuse('held-changed');
  return yen > heldBy(custody) ? refuse('more-than-held', { held: heldBy(custody) }) : ok('return');
}

export const donorKinds = ['company', 'group', 'person', 'crowdfunding', 'public'] as const;
export type DonorKind = (typeof donorKinds)[number];

export type DonationRefusal = 'yen-not-positive' | 'day-to-come' | 'donor-missing';

/** Who gave is named where it is an organisation; of a person it is said only that somebody gave. */
export function decideDonation(gift: {
  kind: DonorKind;
  donor: string;
  yen: number;
  on: string;
  today: string;
}): Result<'take', DonationRefusal> {
  if (!Number.isSafeInteger(gift.yen) || gift.yen <= 0) return refuse('yen-not-positive');
  if (gift.on > gift.today) return refuse('day-to-come');
  const named = gift.kind !== 'person' && gift.kind !== 'crowdfunding';
  return named && !gift.donor.trim() ? refuse('donor-missing') : ok('take');
}

export type OutcomeRefusal = 'outcome-unknown' | 'not-handed-yet';

/** What came of it is told after the money has arrived, in the words of the call. */
export function decideOutcome(facts: {
  code: string;
  known: readonly string[];
  handedYen: number;
}): Result<'tell', OutcomeRefusal> {
  if (!facts.known.includes(facts.code)) return refuse('outcome-unknown');
  return facts.handedYen > 0 ? ok('tell') : refuse('not-handed-yet');
}
