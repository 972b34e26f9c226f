import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import { blindIndex, newDataKey, type Vault } from '#platform/vault/vault.ts';
import { seal } from '#platform/vault/seal.ts';
import type { CallTerms } from '../calls/terms.ts';
import { moveMoney, openAccount } from '../ledger/actions.ts';
import { openAward } from './actions.ts';

const text = (ja: string, en: string) => ({ ja, en });

/** A subsidy for 1/2 of the costs, at most 300,000 yen; what a test does not say. */
export const plainTerms: CallTerms = {
  name: text('居場所づくり補助金（例示）', 'Subsidy for places to be (example)'),
  summary: text('地域の居場所を支えます。', 'Supports places to be.'),
  whoFor: text('県内で活動する団体', 'Groups active in the prefecture'),
  windows: [{ opensOn: '2025-04-01', closesOn: '2026-03-31' }],
  firstCome: false,
  unit: 'group',
  amount: {
    kind: 'rate',
    numerator: 1,
    denominator: 2,
    ceiling: 300_000,
    roundDownTo: 1_000,
    question: 'costs',
  },
  eligibility: [],
  questions: [
    { code: 'costs', kind: 'costs', label: text('対象となる経費', 'Eligible costs'), required: true },
  ],
  papers: [],
  conditions: [
    text('補助金を他の用途に使わないこと。', 'The money is used for nothing else.'),
    text('証拠書類を5年間保存すること。', 'Receipts are kept for five years.'),
  ],
  checks: [],
  criteria: [],
  advance: { allowed: true, upToPercent: 80 },
  report: { daysAfterEnd: 30, latestOn: '2026-04-10', papers: [], keepYears: 5 },
  contact: {
    name: text('補助金の窓口（例示）', 'Grant desk (example)'),
    phone: '045-000-0001',
    mail: 'hojo@example.jp',
  },
};

export interface Given {
  /** An office made for the test, when none is named. */
  readonly bureauId?: string;
  readonly shape?: 'subsidy' | 'one-shot';
  readonly terms?: Partial<CallTerms>;
  /** Yen of the budget. */
  readonly budget?: number;
}

/** A call with a budget, its published terms and its office, written as rows: no page of it is needed. */
export async function makeBareCall(
  db: Database,
  { bureauId, shape = 'subsidy', terms = {}, budget = 1_000_000 }: Given = {},
): Promise<{ callId: string; versionId: string; bureauId: string }> {
  const now = new Date('2025-04-01T00:00:00Z');
  return inTransaction(db, system('test'), async (tx) => {
    const code = crypto.randomUUID();
    const [callId, versionId] = [crypto.randomUUID(), crypto.randomUUID()];
    const office =
      bureauId ??
      (await insertOrganisation(tx, { kind: 'bureau', code, nameJa: `見本の局 ${code.slice(0, 4)}` }));
    const { $client } = tx;
    await $client.query(`insert into fiscal_years (year) values (2025) on conflict do nothing`);
    await $client.query(
      `insert into grant_calls (id, slug, fiscal_year, bureau_id, shape, audience, state, created_at)
        values ($1, $2, 2025, $3, $4, 'groups', 'published', $5)`,
      [callId, `call-${code.slice(0, 8)}`, office, shape, now],
    );
    await $client.query(
      `insert into grant_call_versions (id, call_id, bureau_id, version, terms, published_at, edited_at)
        values ($1, $2, $3, 1, $4, $5, $5)`,
      [versionId, callId, office, JSON.stringify({ ...plainTerms, ...terms }), now],
    );
    await openAccount(tx, { callId, bureauId: office });
    if (budget > 0) {
      const moved = await moveMoney(
        tx,
        { callId, moves: [{ awardId: null, kind: 'budget', yen: budget }] },
        now,
      );
      if (!moved.ok) throw new Error(moved.refusal);
    }
    return { callId, versionId, bureauId: office };
  });
}

/** A group, with sealed contact and account. */
async function makeBareApplicant(vault: Vault, { $client }: Tx, name: string): Promise<string> {
  const id = crypto.randomUUID();
  const owner = `grant-applicant:${id}`;
  const key = newDataKey(vault, owner);
  const sealed = (value: unknown) => seal(key.key, { text: JSON.stringify(value), owner });
  const contact = {
    representative: '見本 花子',
    address: '横浜市中区（例示）',
    mail: 'dantai@example.jp',
    phone: '045-000-0002',
  };
  const account = {
    bank: '0001',
    branch: '001',
    kind: '1',
    number: '0000001',
    name: 'ミホンノコドモシヨクドウ',
  };
  await $client.query(
    `insert into grant_applicants (id, kind, name, same_key, sealed_key, sealed_contact, sealed_account, created_at)
      values ($1, 'unincorporated', $2, $3, $4, $5, $6, now())`,
    [
      id,
      name,
      blindIndex(vault, { purpose: 'grant-applicant', value: name }),
      key.sealed,
      sealed(contact),
      sealed(account),
    ],
  );
  return id;
}

/** An application as it was submitted, of a group of its own. */
export async function makeBareApplication(
  { db, vault }: { db: Database; vault: Vault },
  { callId, versionId, bureauId }: { callId: string; versionId: string; bureauId: string },
  { name = '見本の子ども食堂', state = 'checked', askedYen = 200_000 } = {},
): Promise<{ applicationId: string; applicantId: string }> {
  const now = new Date('2025-05-01T00:00:00Z');
  const id = crypto.randomUUID();
  const key = newDataKey(vault, `grant-application:${id}`).sealed;
  const number = `R7-${id.slice(0, 8)}`;
  return inTransaction(db, system('test'), async (tx) => {
    const applicantId = await makeBareApplicant(vault, tx, name);
    await tx.$client.query(
      `insert into grant_applications (id, call_id, version_id, bureau_id, applicant_id, door, state, number, unit_key,
        asked_yen, sealed_key, submitted_at, created_at)
        values ($1, $2, $3, $4, $5::uuid, 'web', $6, $7, $5::uuid::text, $8, $9, $10, $10)`,
      [id, callId, versionId, bureauId, applicantId, state, number, askedYen, key, now],
    );
    return { applicationId: id, applicantId };
  });
}

/** A decided award: the call, the group's application and its money bound (200,000 yen unless said otherwise). */
export async function makeAward(
  given: { db: Database; vault: Vault },
  {
    yen = 200_000,
    decidedOn = '2025-06-01',
    startsOn = '2025-06-01',
    endsOn = '2026-02-28',
    ...call
  }: Given & { yen?: number; decidedOn?: string; startsOn?: string; endsOn?: string } = {},
) {
  const made = await makeBareCall(given.db, call);
  const { applicationId, applicantId } = await makeBareApplication(given, made);
  const kind = call.shape === 'one-shot' ? 'support' : 'award';
  const opened = await inTransaction(given.db, system('test'), (tx) =>
    openAward(
      tx,
      { ...made, applicationId, yen, decidedOn, startsOn, endsOn, kind },
      new Date(`${decidedOn}T03:00:00Z`),
    ),
  );
  if (!opened.ok) throw new Error(opened.refusal);
  return { ...made, applicantId, ...opened.value };
}
