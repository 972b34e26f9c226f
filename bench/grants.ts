import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import { beginSession } from '#platform/sign-in/sessions.ts';
import { accountant, grantApprover, grantOfficer } from '#areas/grants/index.ts';
import { checkMoney } from '#areas/grants/ledger/check.ts';
import { moneyPaths, paymentPaths, reviewPaths, transferPaths } from '#areas/grants/paths.ts';
import { makeAwards } from '#areas/grants/payments/fixtures.ts';
import { orderPayments } from '#areas/grants/payments/actions.ts';
import { savePayer } from '#areas/grants/payments/payers/actions.ts';
import { releaseTransfer } from '#areas/grants/payments/transfers/actions.ts';
import { planOf } from '#areas/grants/payments/transfers/plan.ts';
import { readFileOf } from '#areas/grants/payments/transfers/file.ts';
import { findTransfer } from '#areas/grants/payments/transfers/store.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { openPages, type Pages } from './pages.ts';

const it = system('bench');
const now = new Date('2025-06-10T03:00:00Z');
const dueOn = '2025-06-27';
const turns = 30;

/**
 * A call with 100,000 applications that were decided (BENCH_SCALE of it), of which a tenth is paid in one transfer file: the pages of
 * officers, the file, and the nightly check of balances among a tenth of the awards against all of them.
 */
export async function grants(url: string, folder: string, scale: number): Promise<Outcome[]> {
  const many = Math.max(200, Math.round(100_000 * scale));
  const lines = Math.max(20, Math.round(many / 10));
  const place = await openPages(url, folder);
  try {
    const { bureauId, cookies } = await makeStaff(place);
    const few = await makeAwards(place, { bureauId, yen: amounts(lines) });
    await place.db.owner.query('vacuum analyze grant_awards, grant_moves, grant_budgets');
    const checkFew = await medianOf(5, () => checkMoney(place.db, it, now));
    const began = performance.now();
    const { callId } = await makeAwards(place, { bureauId, yen: amounts(many - lines) });
    const seconds = (performance.now() - began) / 1000;
    await place.db.owner.query('vacuum analyze');
    const checkMany = await medianOf(5, () => checkMoney(place.db, it, now));
    const growth = checkMany / checkFew / (many / lines);
    const page = (path: string, cookie: string) => medianOf(turns, () => place.render(path, { cookie }));
    return [
      {
        what: 'generated awards with their applications',
        figure: `${many.toLocaleString('en')}, the last ${(many - lines).toLocaleString('en')} in ${seconds.toFixed(0)} s`,
      },
      {
        what: 'applications of the call, first page (median)',
        ...within(await page(reviewPaths.list.to({}, { call: callId }), cookies.officer), 500),
      },
      ...(await review(place, callId, (path) => page(path, cookies.officer))),
      ...(await transfer(place, few.awardIds, cookies)),
      {
        what: `payments that wait to be ordered, among ${many.toLocaleString('en')} awards (median)`,
        ...within(await page(paymentPaths.list.to({}, { state: 'unordered' }), cookies.officer), 1000),
      },
      {
        what: 'payments handed to the bank, first page (median)',
        ...within(await page(paymentPaths.list.to({}, { state: 'released' }), cookies.officer), 500),
      },
      {
        what: `the money of a call with ${many.toLocaleString('en')} moves (median)`,
        ...within(await page(moneyPaths.call.to({ callId }), cookies.officer), 500),
      },
      {
        what: `nightly check of balances, ${many.toLocaleString('en')} awards against ${lines.toLocaleString('en')}`,
        figure: `${growth.toFixed(2)}× of linear (${ms(checkMany)} against ${ms(checkFew)})`,
        goal: '≤ 1.5×',
        met: growth <= 1.5,
      },
    ];
  } finally {
    await place.db.close();
  }
}

/** What an officer goes through: one application, and those that nobody reads yet. */
async function review(
  { db }: Pages,
  callId: string,
  page: (path: string) => Promise<number>,
): Promise<Outcome[]> {
  const { rows } = await inTransaction(db, it, (tx) =>
    tx.$client.query<{ id: string }>('select id from grant_applications where call_id = $1 limit 1', [
      callId,
    ]),
  );
  const applicationId = rows[0]?.id ?? '';
  return [
    {
      what: 'review of one of these applications: who reads it, checklist, the same group elsewhere (median)',
      ...within(await page(reviewPaths.application.to({ applicationId })), 500),
    },
    {
      what: 'applications that nobody reads yet, first page (median)',
      ...within(await page(reviewPaths.list.to({}, { call: callId, reviewing: 'nobody' })), 1000),
    },
  ];
}

/** 1,001 yen and so on: no two neighbours are equal. */
function amounts(count: number): number[] {
  return Array.from({ length: count }, (_, at) => 1_000 + (at % 977) + 1);
}

async function transfer(
  place: Pages,
  awardIds: readonly string[],
  cookies: { accountant: string },
): Promise<Outcome[]> {
  const { db, vault } = place;
  const yen = amounts(awardIds.length);
  const orders = awardIds.map((awardId, at) => ({
    awardId,
    yen: yen[at] ?? 0,
    kind: 'one-shot' as const,
    dueOn,
  }));
  const ordered = await timed(() => inTransaction(db, it, (tx) => orderPayments(tx, it, orders, now)));
  if (!ordered.value.ok) throw new Error(ordered.value.refusal);
  await inTransaction(db, it, (tx) =>
    tx.$client.query("update grant_payments set state = 'approved', approved_at = now()"),
  );
  await db.owner.query('vacuum analyze grant_payments');
  const planned = await timed(() => inTransaction(db, it, (tx) => planOf(tx, it, { vault, now })));
  const [file] = planned.value.transfers;
  if (!file) throw new Error('no transfer was planned');
  const { payOn, bankCode, records, totalYen } = file;
  const released = await timed(() =>
    releaseTransfer(db, it, { vault, payOn, bankCode, seen: { records, totalYen } }, now),
  );
  const { value: answer } = released;
  if (!answer.ok) throw new Error(answer.refusal);
  const { transferId } = answer.value;
  const made = await timed(() =>
    inTransaction(db, it, async (tx) => readFileOf(tx, vault, await findTransfer(tx, transferId))),
  );
  const size = awardIds.length.toLocaleString('en');
  const page = await medianOf(5, () =>
    place.render(transferPaths.transfer.to({ transferId }), { cookie: cookies.accountant }),
  );
  return [
    { what: `ordering ${size} payments`, figure: ms(ordered.took) },
    { what: `planning ${size} payments as files`, figure: ms(planned.took) },
    { what: `releasing a file of ${size} transfers (lock, money, record)`, figure: ms(released.took) },
    { what: `transfer file of ${size} lines, made and held against its hash`, ...within(made.took, 2000) },
    { what: `page of a file of ${size} lines (median)`, figure: ms(page) },
  ];
}

function within(took: number, most: number): Pick<Outcome, 'figure' | 'goal' | 'met'> {
  return { figure: ms(took), goal: `< ${ms(most)}`, met: took < most };
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number }> {
  const started = performance.now();
  const value = await work();
  return { value, took: performance.now() - started };
}

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) took.push((await timed(work)).took);
  return median(took);
}

async function makeStaff({ db }: Pages) {
  return inTransaction(db, it, async (tx) => {
    const bureauId = await insertOrganisation(tx, { kind: 'bureau', code: 'bench-grants', nameJa: '計測局' });
    const prefecture = await insertOrganisation(tx, {
      kind: 'prefecture',
      code: 'bench-pref',
      nameJa: '計測県',
    });
    const signIn = async (role: string, organisationId: string) => {
      const email = `${crypto.randomUUID()}@example.jp`;
      const memberships = [{ organisationId, role }];
      const personId = await insertPerson(tx, { email, name: '計測 助成', memberships });
      const session = { personId, method: 'password', secondFactor: true, device: 'bench' } as const;
      return `session=${await beginSession(tx, session, new Date())}`;
    };
    const payer = {
      clientCode: '1',
      clientName: 'ケイソクケン',
      bankCode: '0999',
      bankName: '',
      branchCode: '001',
      branchName: '',
      accountKind: '2',
      accountNumber: '1',
      lineBreaks: true,
    };
    const saved = await savePayer(tx, it, { bureauId: null, payer }, now);
    if (!saved.ok) throw new Error(saved.refusal);
    const cookies = {
      officer: await signIn(grantOfficer.name, bureauId),
      approver: await signIn(grantApprover.name, bureauId),
      accountant: await signIn(accountant.name, prefecture),
    };
    return { bureauId, cookies };
  });
}
