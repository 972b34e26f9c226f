import { addDays, tokyoDay } from '#platform/dates.ts';
import { pixelOf } from '#areas/grants/applications/fixtures.ts';
import { askChange } from '#areas/grants/awards/changes/actions.ts';
import { findAwardOf, type Award } from '#areas/grants/awards/store.ts';
import { orderPayments } from '#areas/grants/payments/actions.ts';
import { listPayments } from '#areas/grants/payments/store.ts';
import { readBankFile } from '#areas/grants/payments/statements/actions.ts';
import { returnPayments } from '#areas/grants/payments/transfers/actions.ts';
import { listOpenTransfers } from '#areas/grants/payments/transfers/store.ts';
import { inspectReport } from '#areas/grants/settlements/actions.ts';
import { findSettlement, listLines } from '#areas/grants/settlements/store.ts';
import { addReportPaper, saveCosts, saveWork, submitReport } from '#areas/grants/settlements/writing.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { orderAll } from './grant-benefits.ts';
import { approver, officer } from './grant-calls.ts';
import { accountant, approveAll, pay } from './grant-payments.ts';
import { applicationOf, cafeterias, paidGroups } from './grant-work.ts';
import type { Stage } from './programs.ts';

/** What follows decisions: money in every hand that it goes through, and reports that are written, read and inspected. */
export function awardsOf(demo: DemoGrants, today: string): readonly Step[] {
  const day = (before: number) => addDays(today, -before);
  const named = (wave: string) => (step: string) => `grants-money-${wave}-${step}`;
  const { confirmed, bounced, released, approved, ordered } = paidGroups;
  const oneShot = (names: readonly string[]) => (stage: Stage) => orderFor(stage, demo, names);
  return [
    ...pay({
      name: named('first'),
      order: async (stage) => {
        await oneShot([...confirmed, ...bounced])(stage);
        await orderAdvances(stage, demo);
        for (const slug of [demo.live.youth, demo.live.newLife.slug])
          await orderAll(stage, { slug, dueOn: day(33) });
      },
      orderedOn: day(38),
      approvedOn: day(37),
      releasedOn: day(36),
      paid: day(24),
    }),
    {
      name: named('first')('bounced'),
      as: accountant,
      at: noon(day(23)),
      run: bounce,
    },
    ...pay({
      name: named('second'),
      order: oneShot(released),
      orderedOn: day(5),
      approvedOn: day(4),
      releasedOn: day(3),
    }),
    { name: named('third')('ordered'), as: officer, at: noon(day(2)), run: oneShot(approved) },
    { name: named('third')('approved'), as: approver, at: noon(day(2)), run: approveAll },
    { name: named('fourth')('ordered'), as: officer, at: noon(day(1)), run: oneShot(ordered) },
    { name: named('fourth')('statement'), as: accountant, at: noon(day(1)), run: readStatement },
    { name: 'grants-reports', as: officer, at: noon(day(1)), run: (stage) => report(stage, demo) },
  ];
}

async function awardOf(stage: Stage, of: { slug: string; name: string }): Promise<Award> {
  const award = await findAwardOf(stage.tx, await applicationOf(stage, of));
  if (!award) throw new Error(`${of.name} was granted nothing`);
  return award;
}

async function orderFor(stage: Stage, { live }: DemoGrants, names: readonly string[]): Promise<void> {
  const { tx, who, now } = stage;
  const orders = [];
  for (const name of names) {
    const { id: awardId, decidedYen: yen } = await awardOf(stage, { slug: live.oneShot.slug, name });
    orders.push({ awardId, yen, kind: 'one-shot' as const, dueOn: addDays(tokyoDay(now), 5) });
  }
  granted(await orderPayments(tx, who, orders, now), 'ordering');
}

/** 概算払 for those who report: four fifths of what was decided. */
async function orderAdvances(stage: Stage, { live }: DemoGrants): Promise<void> {
  const { tx, who, now } = stage;
  const orders = [];
  for (const name of [cafeterias.reported, cafeterias.inspected]) {
    const { id: awardId, decidedYen } = await awardOf(stage, { slug: live.subsidy.slug, name });
    const yen = Math.floor(decidedYen * 0.8);
    orders.push({ awardId, yen, kind: 'advance' as const, dueOn: addDays(tokyoDay(now), 5) });
  }
  granted(await orderPayments(tx, who, orders, now), 'ordering an advance');
}

/** One account was closed: the money came back and is owed again. */
async function bounce({ tx, who, now }: Stage): Promise<void> {
  const names: readonly (string | null)[] = paidGroups.bounced;
  const payments = await listPayments(tx, { states: ['confirmed'], limit: 1_000 });
  const paymentIds = payments.filter(({ payee }) => names.includes(payee)).map(({ id }) => id);
  const back = { paymentIds, reason: 'account-closed', on: tokyoDay(now) } as const;
  granted(await returnPayments(tx, who, back, now), 'money that came back');
}

/** The bank's statement of the day: the file that went out, and a line that is nothing of grants. */
async function readStatement({ tx, who, vault, now }: Stage): Promise<void> {
  if (who.kind !== 'person') throw new Error('a statement is read by a person');
  const rows = (await listOpenTransfers(tx)).map(({ payOn, totalYen }) => `${payOn},${totalYen},,総合振込`);
  const csv = ['日付,出金,入金,摘要', ...rows, `${tokyoDay(now)},,3200,預金利息（例示）`].join('\r\n');
  granted(await readBankFile(tx, who, { vault, bytes: new TextEncoder().encode(csv) }, now), 'a statement');
}

/** Reports that came on paper: one is begun, one waits for its inspection, one for its amount; and a group asks for a change. */
async function report(stage: Stage, demo: DemoGrants): Promise<void> {
  const { tx, who, vault, now } = stage;
  if (who.kind !== 'person') throw new Error('a report is written down by a person');
  const of = (name: string) => awardOf(stage, { slug: demo.live.subsidy.slug, name });
  const writing = await of(cafeterias.writing);
  await writeWork(stage, writing);
  await writeReport(stage, await of(cafeterias.reported));
  const inspected = await of(cafeterias.inspected);
  await writeReport(stage, inspected);
  const input = {
    awardId: inspected.id,
    vault,
    accepted: new Map<string, number>(),
    remark: '帳簿と領収書を見比べた。（例示）',
  };
  granted(await inspectReport(tx, who, input, now), 'an inspection');
  const changing = await of(cafeterias.changing);
  const entrance = { by: 'office', who, awardId: changing.id } as const;
  const change = {
    kind: 'change',
    yen: changing.decidedYen - 20_000,
    reason: '会場費が安くなったため（例示）',
  } as const;
  granted(await askChange(tx, entrance, { vault, ...change }, now), 'a change');
}

function entranceTo({ who }: Stage, { id: awardId }: Award) {
  if (who.kind !== 'person') throw new Error('a report is written down by a person');
  return { by: 'office', who, awardId } as const;
}

async function writeWork(stage: Stage, award: Award): Promise<void> {
  const { tx, vault, now } = stage;
  const last = addDays(tokyoDay(now), -2);
  const endedOn = award.endsOn && award.endsOn < last ? award.endsOn : last;
  const said = {
    done: '月に二回、夕方に食堂をひらいた。（例示）',
    result: 'のべ240人が食べに来た。（例示）',
  };
  const work = { vault, version: 0, ...said, endedOn, count: null };
  granted(await saveWork(tx, entranceTo(stage, award), work, now), 'what was done');
}

async function writeReport(stage: Stage, award: Award): Promise<void> {
  const { tx, vault, files, now } = stage;
  const entrance = entranceTo(stage, award);
  await writeWork(stage, award);
  const settlement = await findSettlement(tx, award.id);
  const planned = settlement ? await listLines(tx, settlement.id) : [];
  const lines = planned.map(({ id, plannedYen }) => ({
    id,
    what: '',
    spentYen: (plannedYen ?? 0) - 10_000,
    paidOn: award.decidedOn,
  }));
  const costs = { vault, version: 1, lines, incomeYen: 0, taxYen: 0 };
  granted(await saveCosts(tx, entrance, costs, now), 'costs');
  const tray = { vault, files, scanner: undefined };
  const of = (mark: string) => ({
    tray,
    name: '領収書（例示）.png',
    content: pixelOf(mark),
  });
  for (const { id: lineId } of planned)
    granted(await addReportPaper(tx, entrance, { ...of(lineId), lineId }, now), 'a receipt');
  granted(await addReportPaper(tx, entrance, { ...of(award.id), code: 'receipts' }, now), 'a paper');
  granted(await submitReport(tx, entrance, { vault }, now), 'a report');
}
