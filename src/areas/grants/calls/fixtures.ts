import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { addDays, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { listYears } from '#areas/programs/index.ts';
import { granted, makeBureau, makeYear } from '#areas/programs/years/fixtures.ts';
import { makeCall, type NewCall } from './actions.ts';
import { answerBudget, askBudget } from './budgets/actions.ts';
import { proposeVersion, publishVersion } from './publications/actions.ts';
import type { CallTerms, Question } from './terms.ts';

const it = system('test');
const text = (ja: string, en = '') => ({ ja, en });

/** Questions whose codes tests may use: `purpose` (text), `municipality`, `costs`, `needs-advance` (yes-no). */
const subsidyQuestions: readonly Question[] = [
  { code: 'purpose', kind: 'text', label: text('何のために使いますか', 'What is it for?'), required: true },
  {
    code: 'municipality',
    kind: 'municipality',
    label: text('活動する市区町村', 'Municipality'),
    required: true,
  },
  { code: 'costs', kind: 'costs', label: text('かかる費用', 'Costs'), required: true },
  {
    code: 'needs-advance',
    kind: 'yes-no',
    label: text('概算払を希望しますか', 'Do you need an advance?'),
    required: false,
  },
];

const eligibility: CallTerms['eligibility'] = [
  {
    code: 'here',
    label: text('県内で活動していますか', 'Are you active in this prefecture?'),
    passes: 'yes',
    otherwise: text('活動する都道府県の窓口にお問い合わせください。', 'Ask the prefecture you work in.'),
  },
  {
    code: 'same-cost',
    label: text('同じ費用にほかの補助金を受けていますか', 'Does another grant pay the same costs?'),
    passes: 'no',
    otherwise: text('同じ費用に二つの補助金は使えません。', 'Two grants cannot pay the same costs.'),
  },
];

/** 補助金, open from ten days ago for thirty days: half of the eligible costs, at most 500,000 yen, in thousands; advances up to 80 %. */
export function subsidyTerms(today: string): CallTerms {
  const latestOn = `${fiscalYearOf(today) + 1}-04-10`;
  return {
    name: text('子ども食堂応援補助金', 'Grant for children’s cafeterias'),
    summary: text('子ども食堂を開く費用の半分を補助します。', 'Half of what a children’s cafeteria costs.'),
    whoFor: text('県内で子ども食堂を開いている団体', 'Groups that run a children’s cafeteria here'),
    windows: [{ opensOn: addDays(today, -10), closesOn: addDays(today, 30) }],
    firstCome: false,
    unit: 'group',
    amount: {
      kind: 'rate',
      numerator: 1,
      denominator: 2,
      ceiling: 500_000,
      roundDownTo: 1_000,
      question: 'costs',
    },
    eligibility,
    questions: subsidyQuestions,
    papers: [
      { code: 'plan', label: text('事業計画書', 'Plan'), required: true },
      { code: 'rules', label: text('団体の規約', 'Rules of the group'), required: false },
    ],
    conditions: [text('帳簿と領収書を5年間保存すること', 'Keep books and receipts for five years')],
    checks: [{ code: 'papers', label: text('添付書類がそろっている', 'All papers are there') }],
    criteria: [
      { code: 'need', label: text('地域の必要性', 'Need'), most: 10 },
      { code: 'plan', label: text('計画の確かさ', 'Soundness of the plan'), most: 10 },
    ],
    advance: { allowed: true, upToPercent: 80 },
    report: {
      daysAfterEnd: 30,
      latestOn,
      papers: [{ code: 'receipts', label: text('領収書の写し', 'Receipts'), required: true }],
      keepYears: 5,
    },
    contact: { name: text('試験局 助成係', 'Grants desk'), phone: '045-000-0001', mail: 'josei@example.jp' },
  };
}

/** 協力金, 申請兼請求: 120,000 yen for each municipality, first come; questions `site` (line), `municipality`, `times` (number). */
export function oneShotTerms(today: string): CallTerms {
  return {
    ...subsidyTerms(today),
    name: text('生活困窮者支援団体応援協力金', 'Cooperation money'),
    summary: text('一つの拠点に12万円をお支払いします。', '120,000 yen for each site.'),
    whoFor: text('生活に困っている人を支える団体', 'Groups that support people in hardship'),
    firstCome: true,
    unit: 'municipality',
    amount: { kind: 'fixed', yen: 120_000 },
    questions: [
      { code: 'site', kind: 'line', label: text('拠点の名前', 'Name of the site'), required: true },
      { code: 'municipality', kind: 'municipality', label: text('拠点の市区町村', 'Where'), required: true },
      { code: 'times', kind: 'number', label: text('月に開く回数', 'Times a month'), required: true },
    ],
    papers: [{ code: 'pledge', label: text('誓約書', 'Pledge'), required: true }],
    advance: { allowed: false, upToPercent: 0 },
    report: null,
  };
}

export interface MadeCall {
  readonly callId: string;
  readonly slug: string;
  readonly versionId: string;
  readonly bureauId: string;
  readonly terms: CallTerms;
}

type Given = Partial<Omit<NewCall, 'terms'>> & {
  readonly budgetYen?: number;
  readonly terms?: Partial<CallTerms>;
  readonly now?: Date;
};

/** A published subsidy call with 10,000,000 yen, through the actions; of a bureau of its own when none is given. */
export function makeSubsidyCall(db: Database, given: Given = {}): Promise<MadeCall> {
  const today = tokyoDay(given.now ?? new Date());
  return published(db, { shape: 'subsidy', ...given, terms: { ...subsidyTerms(today), ...given.terms } });
}

/** A published one-shot call (申請兼請求) with 10,000,000 yen. */
export function makeOneShotCall(db: Database, given: Given = {}): Promise<MadeCall> {
  const today = tokyoDay(given.now ?? new Date());
  return published(db, { shape: 'one-shot', ...given, terms: { ...oneShotTerms(today), ...given.terms } });
}

async function published(
  db: Database,
  {
    budgetYen = 10_000_000,
    now = new Date(),
    terms,
    ...given
  }: Omit<Given, 'terms'> & { terms: CallTerms; shape: NewCall['shape'] },
): Promise<MadeCall> {
  const bureauId = given.bureauId ?? (await makeBureau(db));
  const fiscalYear = given.fiscalYear ?? fiscalYearOf(tokyoDay(now));
  await ensureYear(db, { year: fiscalYear, bureauId });
  const slug = given.slug ?? `call-${crypto.randomUUID().slice(0, 8)}`;
  const call = { audience: 'groups', ...given, slug, fiscalYear, bureauId, terms } as const;
  const { callId } = granted(await makeCall(db, it, call, now));
  granted(await proposeVersion(db, it, { callId, revision: 0 }, now));
  const { versionId } = granted(await publishVersion(db, it, { callId, revision: 0 }, now));
  if (budgetYen > 0) {
    const asked = { callId, yen: budgetYen, reason: '当初予算' };
    const { changeId } = granted(await askBudget(db, it, asked, now));
    granted(await answerBudget(db, it, { changeId, answer: 'approved' }, now));
  }
  return { callId, slug, versionId, bureauId, terms };
}

async function ensureYear(db: Database, { year, bureauId }: { year: number; bureauId: string }) {
  const years = await inTransaction(db, it, listYears);
  if (!years.some((each) => each.year === year)) await makeYear(db, { year, bureaus: [bureauId] });
}
