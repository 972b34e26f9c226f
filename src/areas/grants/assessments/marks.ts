import type { Tx } from '#platform/database/database.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import type { Account, ApplicantFacts } from '../applicants/rules.ts';
import { type CostRow, yenOf } from '../applications/rules.ts';
import { costKey } from './rules.ts';
import { replaceMarks } from './store.ts';

export const markKinds = ['applicant', 'account', 'mail', 'phone', 'cost'] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * Notes by what the same group, and the same cost, is found again in any call of any office: blind indexes, which tell nothing
 * themselves. A cost is the same when group or account is the same and what it is for; its yen is told beside it.
 */
export async function noteMarks(
  tx: Tx,
  vault: Vault,
  given: {
    readonly application: { readonly id: string; readonly bureauId: string; readonly callId: string };
    readonly applicantId: string;
    readonly applicant: ApplicantFacts;
    readonly account: Account;
    readonly costs: readonly CostRow[];
  },
): Promise<void> {
  const { application, applicantId, applicant, account, costs } = given;
  const key = (kind: MarkKind, value: string) => blindIndex(vault, { purpose: `grant-mark-${kind}`, value });
  const accountText = [account.bank, account.branch, account.kind, account.number].join(' ');
  const { mail, phone } = applicant.contact;
  const found = [
    { kind: 'applicant', key: key('applicant', applicantId) },
    { kind: 'account', key: key('account', accountText) },
    ...(mail ? [{ kind: 'mail', key: key('mail', mail) }] : []),
    ...(phone ? [{ kind: 'phone', key: key('phone', phone.replace(/\D/g, '')) }] : []),
    ...costs.flatMap(({ what, yen }) =>
      [applicantId, accountText].map((whose) => ({
        kind: 'cost',
        key: key('cost', `${whose}\n${costKey(what)}`),
        yen: yenOf(yen) ?? null,
      })),
    ),
  ];
  const { id: applicationId, bureauId, callId } = application;
  await replaceMarks(
    tx,
    applicationId,
    found.map((mark) => ({ applicationId, bureauId, callId, ...mark })),
  );
}
