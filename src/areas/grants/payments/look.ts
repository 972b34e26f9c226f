import type { Lang } from '#platform/i18n.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { openAccount } from './accounts/open.ts';
import { decidePayee, lineOf, type PayeeAccount } from './accounts/rules.ts';
import { refusals } from './refusals.ts';
import type { ListedPayment } from './store.ts';
import { words } from './words.ts';

/** The account of a payment, its name as the bank reads it, and in words what a person should look at before. */
export function lookAt(
  vault: Vault,
  lang: Lang,
  payment: ListedPayment,
): { account: PayeeAccount | undefined; inFile: string; look: readonly string[] } {
  const account = openAccount(vault, payment);
  if (!account) return { account, inFile: '', look: [words[lang].noAccount] };
  const { line, problems, doubts } = lineOf(account, { yen: payment.yen, code: 0 });
  const checked = payment.checkedAt !== null;
  const t = words[lang];
  const decision = decidePayee({ ...payment, account, checked });
  const look = decision.ok
    ? []
    : [
        ...problems.map((problem) => t.problems[problem]),
        ...doubts.map(({ kind, letters }) => t.doubts[kind](letters)),
        ...(decision.refusal === 'delegation-missing' ? [String(refusals[lang]['delegation-missing'])] : []),
      ];
  return { account, inFile: line.name, look };
}
