import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { openAccount } from './accounts/open.ts';
import { decidePayee, lineOf, type PayeeAccount } from './accounts/rules.ts';
import { type CodeProblem, problemOfCodes } from './banks/rules.ts';
import { findKnownCodes } from './banks/store.ts';
import { words as bankWords } from './banks/words.ts';
import { refusals } from './refusals.ts';
import type { ListedPayment } from './store.ts';
import { words } from './words.ts';

interface Looked {
  readonly account: PayeeAccount | undefined;
  readonly inFile: string;
  readonly look: readonly string[];
}

/** The account of each payment, its name as the bank reads it, and in words what a person should look at before. */
export async function lookAtAll(
  tx: Tx,
  { tools: { vault }, lang }: { readonly tools: { readonly vault: Vault }; readonly lang: Lang },
  payments: readonly ListedPayment[],
): Promise<readonly Looked[]> {
  const opened = payments.map((payment) => ({ payment, account: openAccount(vault, payment) }));
  const known = await findKnownCodes(
    tx,
    opened.flatMap(({ account }) => account ?? []),
  );
  return opened.map(({ payment, account }) =>
    account
      ? lookAt(lang, payment, { account, code: problemOfCodes(known, account) })
      : { account, inFile: '', look: [words[lang].noAccount] },
  );
}

function lookAt(
  lang: Lang,
  payment: ListedPayment,
  { account, code }: { account: PayeeAccount; code: CodeProblem | undefined },
): Looked {
  const { line, problems, doubts } = lineOf(account, { yen: payment.yen, code: 0 });
  const checked = payment.checkedAt !== null;
  const t = words[lang];
  const decision = decidePayee({ ...payment, account, code, checked });
  const look = decision.ok
    ? []
    : [
        ...problems.map((problem) => t.problems[problem]),
        ...doubts.map(({ kind, letters }) => t.doubts[kind](letters)),
        ...(code ? [bankWords[lang].problems[code]] : []),
        ...(decision.refusal === 'delegation-missing' ? [String(refusals[lang]['delegation-missing'])] : []),
      ];
  return { account, inFile: line.name, look };
}
