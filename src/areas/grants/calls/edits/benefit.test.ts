import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { grantApprover, grantOfficer } from '../../access.ts';
import { callPaths, callStaffPaths as paths } from '../../paths.ts';
import { findDraft, listCalls } from '../store.ts';

const app = await testApp();
const officer = await app.signIn(grantOfficer);
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId });
await makeYear(app.db, { year: 2026, bureaus: [bureauId] });
type Fields = Record<string, string>;

const made = await app.post(
  paths.new.to({}),
  {
    nameJa: '新しい暮らしの応援',
    nameEn: '',
    slug: 'kurashi',
    fiscalYear: '2026',
    bureauId,
    programId: '',
    budgetLine: '',
    shape: 'one-shot',
    audience: 'persons',
  },
  officer,
);
const [call] = await inTransaction(app.db, officer.who, listCalls);
const callId = call?.id ?? '';
const draft = async () => {
  const found = await inTransaction(app.db, officer.who, (tx) => findDraft(tx, callId));
  if (!found) throw new Error('no draft');
  return found;
};
const url = (part: string) => paths.part.to({ callId, part });
async function write(part: string, fields: Fields) {
  return app.post(url(part), { revision: String((await draft()).revision), ...fields }, officer);
}

/** Rows of a form: `uses.0.label.ja` … */
function rows(list: string, each: readonly Fields[]): Fields {
  const fields = each.flatMap((row, at) =>
    Object.entries(row).map(([name, value]) => [`${list}.${at}.${name}`, value] as const),
  );
  return { [`${list}.rows`]: String(each.length), ...Object.fromEntries(fields) };
}
const named = (list: string, ...labels: string[]) =>
  rows(
    list,
    labels.map((ja) => ({ 'label.ja': ja })),
  );

const benefit: Fields = {
  payee: 'person',
  kind: 'share',
  askedCeiling: '',
  numerator: '1',
  denominator: '2',
  shareCeiling: '１００,０００',
  roundDownTo: '1',
  ...named('items', '寝具', '照明器具'),
  interest: 'on',
  interestNumerator: '1',
  interestDenominator: '1',
  maxInstalments: '24',
  maxPercent: '14.6',
  limitTimes: '1',
  limitYen: '120,000',
  ...named('uses', '家具・家電'),
  ...named('outcomes', '暮らしている', 'わからない'),
  reportDays: '90',
};
const row = (kind: string, more: Fields = {}): Fields => ({
  kind,
  'label.ja': `条件 ${kind}`,
  'otherwise.ja': '窓口にご相談ください。',
  ...more,
});
const base = '84,000 130,000 172,000';
const conditions = rows('conditions', [
  row('age', { atMost: '39' }),
  row('plan'),
  row('moved', { months: '1' }),
  row('income', {
    base,
    areas: '横浜市 | Yokohama：52,000 62,000\nそのほか：41,000',
    numerator: '13',
    denominator: '10',
  }),
  row('savings', { base, times: '6', cap: '1,000,000' }),
  row('answer', { passes: 'no' }),
]);

test('the draft of a call for persons says what is missing, part by part', async () => {
  expect(made.status).toBe(303);
  const page = await (await app.get(paths.call.to({ callId }), officer)).text();
  for (const said of ['上限額を決めます', '使いみちを一つ以上書きます', '給付の条件'])
    expect(page).toContain(said);
  for (const said of ['申請で聞くことを', '実績報告の期限']) expect(page).not.toContain(said);
  expect((await app.get(url('benefit-conditions'), officer)).status).toBe(200);
});

test('amount, limit, interest and every kind of condition are written by forms alone, and published by a second person', async () => {
  const basics = {
    'name.ja': '新しい暮らしの応援',
    'summary.ja': '家具などの費用の半分を補助します。',
    'whoFor.ja': '住まいを失った人',
    unit: 'person',
    'contact.ja': '給付係',
    phone: '045-000-0001',
    mail: '',
  };
  const windows = {
    'windows.rows': '1',
    'windows.0.opensOn': '2026-01-01',
    'windows.0.closesOn': '2099-12-31',
  };
  const parts: readonly [string, Fields][] = [
    ['basics', basics],
    ['windows', windows],
    ['benefit', benefit],
    ['benefit-conditions', conditions],
    ['conditions', { 'conditions.rows': '0' }],
  ];
  for (const [part, fields] of parts) expect((await write(part, fields)).status, part).toBe(303);
  const { terms, revision } = await draft();
  expect(terms).toMatchObject({
    report: null,
    unit: 'person',
    benefit: {
      payee: 'person',
      amount: {
        kind: 'share',
        numerator: 1,
        denominator: 2,
        ceiling: 100_000,
        items: [{ code: 'i1' }, { code: 'i2' }],
        interest: { maxInstalments: 24, maxBasisPoints: 1_460 },
      },
      limit: { times: 1, yen: 120_000 },
      uses: [{ code: 'u1', label: { ja: '家具・家電' } }],
      outcomes: [{ code: 'o1' }, { code: 'o2' }],
      reportDays: 90,
      conditions: [
        { kind: 'age', atMost: 39 },
        { kind: 'plan' },
        { kind: 'moved', withinMonths: 1 },
        {
          kind: 'income',
          base: [84_000, 130_000, 172_000],
          areas: [
            { code: 'a1', label: { ja: '横浜市', en: 'Yokohama' }, rent: [52_000, 62_000] },
            { code: 'a2', label: { ja: 'そのほか', en: '' }, rent: [41_000] },
          ],
        },
        { kind: 'savings', times: 6, cap: 1_000_000 },
        { kind: 'answer', passes: 'no' },
      ],
    },
  });
  const seen = { revision: String(revision) };
  expect(await (await app.get(paths.preview.to({ callId }), officer)).text()).toContain(
    '2分の1、100,000円まで',
  );
  expect((await app.post(paths.publish.to({ callId }), seen, approver)).status).toBe(422);
  expect((await app.post(paths.propose.to({ callId }), seen, officer)).status).toBe(303);
  expect((await app.post(paths.publish.to({ callId }), seen, officer)).status).toBe(403);
  expect((await app.post(paths.publish.to({ callId }), seen, approver)).status).toBe(303);
  const open = await (await app.get(callPaths.call.to({ slug: 'kurashi' }))).text();
  for (const said of [
    '分割払いにしたときは、利息も補助します',
    '一人1回まで、合わせて120,000円まで',
    '条件 plan',
  ])
    expect(open).toContain(said);
});

test('a form that is opened and saved as it stands changes nothing; an area keeps its code when lines move', async () => {
  expect((await app.post(paths.begin.to({ callId }), {}, officer)).status).toBe(303);
  const before = (await draft()).terms.benefit;
  const page = await (await app.get(url('benefit-conditions'), officer)).text();
  expect(page).toContain('横浜市 | Yokohama | a1: 52000 62000');
  const moved = {
    ...conditions,
    ...Object.fromEntries(before?.conditions.map(({ code }, at) => [`conditions.${at}.code`, code]) ?? []),
    'conditions.3.areas': 'そのほか |  | a2: 41000\n横浜市 | Yokohama | a1: 52000 62000',
  };
  await write('benefit-conditions', moved);
  const income = (await draft()).terms.benefit?.conditions.find(({ kind }) => kind === 'income');
  expect(income).toMatchObject({ code: 'c4', areas: [{ code: 'a2' }, { code: 'a1' }] });
});

test.each([
  ['a number in words', 'benefit', { ...benefit, limitYen: '十二万円' }, '十二万円'],
  ['an interest with three decimals', 'benefit', { ...benefit, maxPercent: '14.625' }, '14.625'],
  ['a base in words', 'benefit-conditions', { ...conditions, 'conditions.3.base': '八万' }, '八万'],
])('%s comes back as it was typed, and nothing is kept', async (_, part, fields, typed) => {
  const { revision } = await draft();
  const answer = await write(part, fields);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(typed);
  expect((await draft()).revision).toBe(revision);
});
