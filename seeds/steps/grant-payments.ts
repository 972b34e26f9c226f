import { listBenefits, readMoney } from '#areas/grants/benefits/store.ts';
import { moveMoney } from '#areas/grants/ledger/actions.ts';
import { granted } from '../cast.ts';
import type { DemoBatch } from '../grants/files.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { loader } from '../progress.ts';
import type { Stage } from './programs.ts';

/** What the bank did: everything that a batch decided has been paid. */
export function pay(
  { name, callOf }: { name: (step: string) => string; callOf: (stage: Stage) => Promise<string> },
  batch: DemoBatch,
): readonly Step[] {
  return [
    {
      name: name('paid'),
      as: () => loader,
      at: noon(batch.paid),
      run: async (stage) => {
        const { tx, now } = stage;
        const callId = await callOf(stage);
        const lines = await listBenefits(tx, { callId, states: ['decided'], limit: 500, offset: 0 });
        const money = await readMoney(
          tx,
          lines.map(({ benefit }) => benefit.id),
        );
        const moves = lines.flatMap(({ benefit: { id, awardId } }) => {
          const { decidedYen = 0, paidYen = 0 } = money.get(id) ?? {};
          return decidedYen > paidYen ? [{ awardId, kind: 'pay' as const, yen: decidedYen - paidYen }] : [];
        });
        granted(await moveMoney(tx, { callId, moves }, now), 'paying');
      },
    },
  ];
}
