import { type Database, inTransaction } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Problem } from '#platform/web/form-state.ts';
import { type Account, problemsOfAccount } from '../applicants/rules.ts';
import { problemOfCodes } from '../payments/banks/rules.ts';
import { findKnownCodes } from '../payments/banks/store.ts';
import { words } from '../payments/banks/words.ts';
import type { PartInput } from './actions.ts';
import { accountPart, asLink } from './open.ts';

/** A code of bank or branch that the register does not know, at its field. It is saved all the same, and may be right. */
export async function problemsOfCodes(
  db: Database,
  lang: Lang,
  { parts, seen }: { parts: readonly PartInput[]; seen: string },
): Promise<{ readonly problems: readonly Problem[]; readonly codes: string }> {
  const account = parts.find(({ code }) => code === accountPart)?.said as Account | undefined;
  const codes = account ? `${account.bank}-${account.branch}` : '';
  if (!account || seen === codes || problemsOfAccount(account).length > 0) return { problems: [], codes };
  const known = await inTransaction(db, asLink, (tx) => findKnownCodes(tx, [account]));
  const problem = problemOfCodes(known, account);
  if (!problem) return { problems: [], codes };
  const t = words[lang];
  const field = problem === 'bank-unknown' ? 'bank' : 'branch';
  return {
    problems: [{ field, message: `${t.problems[problem]}。${t.again}`.replace('。。', '。') }],
    codes,
  };
}
