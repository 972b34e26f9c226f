import { addDays, tokyoDay } from '#platform/dates.ts';
import { approvePayments } from '#areas/grants/payments/actions.ts';
import { takeRegister } from '#areas/grants/payments/banks/actions.ts';
import { savePayer } from '#areas/grants/payments/payers/actions.ts';
import { listPayments } from '#areas/grants/payments/store.ts';
import { confirmTransfer, releaseTransfer } from '#areas/grants/payments/transfers/actions.ts';
import { planOf } from '#areas/grants/payments/transfers/plan.ts';
import { listOpenTransfers } from '#areas/grants/payments/transfers/store.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { approver, officer } from './grant-calls.ts';
import type { Stage } from './programs.ts';

export const accountant: Step['as'] = (cast) => cast.atDesk('accountant');

/** Where the money of every office comes from. */
export function payer({ payer: told }: DemoGrants, at: Date): Step {
  const run = async ({ tx, who, now }: Stage) => {
    granted(await savePayer(tx, who, { bureauId: null, payer: told }, now), 'a payer');
  };
  return { name: 'grants-payer', as: accountant, at, run };
}

/** The banks that there are in this world. */
export function banks({ banks: bytes }: DemoGrants, at: Date): Step {
  const run = async ({ tx, who, now }: Stage) => {
    granted(await takeRegister(tx, who, { bytes, asOf: tokyoDay(now) }, now), 'a register of banks');
  };
  return { name: 'grants-banks', as: accountant, at, run };
}

export interface Paying {
  readonly name: (step: string) => string;
  /** Says who is paid, as the officer. */
  readonly order: (stage: Stage) => Promise<void>;
  readonly orderedOn: string;
  readonly approvedOn: string;
  readonly releasedOn: string;
  /** Undefined: the bank has not said yet that it did it. */
  readonly paid?: string | undefined;
}

/** Four hands, one after the other: all that was ordered is approved, goes to the bank in one file a day, and is confirmed. */
export function pay({ name, order, ...on }: Paying): readonly Step[] {
  const { paid } = on;
  return [
    { name: name('ordered'), as: officer, at: noon(on.orderedOn), run: order },
    { name: name('approved'), as: approver, at: noon(on.approvedOn), run: approveAll },
    { name: name('released'), as: accountant, at: noon(on.releasedOn), run: release },
    ...(paid ? [{ name: name('paid'), as: accountant, at: noon(paid), run: confirm }] : []),
  ];
}

/** The day before the bank does it. */
export const releaseBefore = (paid: string) => addDays(paid, -1);

export async function approveAll({ tx, who, vault, now }: Stage): Promise<void> {
  const ordered = await listPayments(tx, { states: ['ordered'], limit: 1_000 });
  const paymentIds = ordered.map(({ id }) => id);
  granted(await approvePayments(tx, who, { vault, paymentIds }, now), 'approving');
}

async function release({ tx, who, vault, now }: Stage): Promise<void> {
  const { transfers } = await planOf(tx, who, { vault, now });
  for (const { payOn, bankCode, ...seen } of transfers)
    granted(await releaseTransfer(tx, who, { vault, payOn, bankCode, seen }, now), 'releasing');
}

async function confirm({ tx, who, now }: Stage): Promise<void> {
  for (const { id: transferId } of await listOpenTransfers(tx))
    granted(await confirmTransfer(tx, who, { transferId }, now), 'the bank');
}
