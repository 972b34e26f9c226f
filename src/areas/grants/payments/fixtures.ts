import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import { seal } from '#platform/vault/seal.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantCallVersions } from '../calls/tables.ts';
import type { CallTerms } from '../calls/terms.ts';
import { moveMoney, openAccount } from '../ledger/actions.ts';

const decidedOn = '2025-06-02';
const now = new Date(`${decidedOn}T03:00:00Z`);

/** What an applicant said about its account, of a bank that does not exist. */
export const inventedAccount = {
  bank: '0999',
  bankName: 'レイジギンコウ',
  branch: '101',
  branchName: 'ミホン',
  kind: '1',
  number: '0012345',
  holder: 'ミホンノカイ',
  holderIsAnother: false,
};
export type GivenAccount = Partial<typeof inventedAccount>;

/** A call of an office with as many decided awards as there are amounts, each of a group of its own with this account. */
export async function makeAwards(
  { db, vault }: { db: Database; vault: Vault },
  {
    bureauId,
    yen,
    account = {},
    shape = 'one-shot',
  }: {
    bureauId?: string;
    yen: readonly number[];
    account?: GivenAccount | null;
    shape?: 'one-shot' | 'subsidy';
  },
): Promise<{ callId: string; bureauId: string; awardIds: readonly string[] }> {
  return inTransaction(db, system('test'), async (tx) => {
    const code = crypto.randomUUID();
    const office = bureauId ?? (await insertOrganisation(tx, { kind: 'bureau', code, nameJa: '試験局' }));
    const { versionId, ...of } = await writeCall(tx, { bureauId: office, shape });
    const rows = yen.map((each, at) => rowOf(vault, { yen: each, at, account }));
    for (let at = 0; at < rows.length; at += 1_000) {
      const some = rows.slice(at, at + 1_000);
      await tx.insert(grantApplicants).values(some.map(({ applicant }) => applicant));
      await tx
        .insert(grantApplications)
        .values(some.map(({ application }) => ({ ...application, ...of, versionId })));
      await tx
        .insert(grantAwards)
        .values(some.map(({ award }) => ({ ...award, ...of, versionId, decidedOn })));
    }
    const total = yen.reduce((sum, each) => sum + each, 0);
    const moves = [
      { awardId: null, kind: 'budget' as const, yen: total },
      ...rows.map(({ award }, at) => ({ awardId: award.id, kind: 'decide' as const, yen: yen[at] ?? 0 })),
    ];
    const moved = await moveMoney(tx, { callId: of.callId, moves }, now);
    if (!moved.ok) throw new Error(moved.refusal);
    return { ...of, awardIds: rows.map(({ award }) => award.id) };
  });
}

async function writeCall(tx: Tx, { bureauId, shape }: { bureauId: string; shape: string }) {
  await tx.$client.query('insert into fiscal_years (year) values (2025) on conflict do nothing');
  const [callId, versionId] = [crypto.randomUUID(), crypto.randomUUID()];
  const of = { callId, bureauId };
  await tx.insert(grantCalls).values({
    id: callId,
    slug: `call-${callId.slice(0, 8)}`,
    fiscalYear: 2025,
    bureauId,
    shape,
    audience: 'groups',
    state: 'published',
    createdAt: now,
  });
  const terms = { name: { ja: '試験の支援金', en: 'A grant for tests' } } as CallTerms;
  await tx
    .insert(grantCallVersions)
    .values({ id: versionId, ...of, version: 1, terms, publishedAt: now, editedAt: now });
  await openAccount(tx, of);
  return { ...of, versionId };
}

function rowOf(
  vault: Vault,
  { yen, at, account }: { yen: number; at: number; account: GivenAccount | null },
) {
  const id = crypto.randomUUID();
  const owner = `grant-applicant:${id}`;
  const { key, sealed } = newDataKey(vault, owner);
  const number = String(1_000_000 + at);
  const said = { ...inventedAccount, ...(at > 0 ? { number } : {}), ...account };
  const application = {
    id: crypto.randomUUID(),
    applicantId: id,
    door: 'web',
    state: 'decided',
    createdAt: now,
  };
  return {
    applicant: {
      id,
      kind: 'unincorporated',
      name: `見本の会${at + 1}`,
      sealedKey: sealed,
      sealedAccount: account && seal(key, { text: JSON.stringify(said), owner: `${owner}:account` }),
      createdAt: now,
    },
    application: {
      ...application,
      askedYen: yen,
      sealedKey: newDataKey(vault, `grant-application:${application.id}`).sealed,
    },
    award: { id: crypto.randomUUID(), applicationId: application.id, number: `試${application.id}` },
  };
}
