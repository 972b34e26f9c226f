import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { organisationNames } from '../case-files/shown.ts';
import { referralLinkPaths } from '../paths.ts';
import { moveByLink, openReferralLink } from './actions.ts';
import { AnswerPage, DeadLinkPage } from './pages/answer.tsx';
import { refused } from './refusals.ts';
import { moveForm, reasonOf } from './move-form.ts';
import type { ReferralMove } from './rules.ts';
import { words } from './words.ts';

type TokenVisit = Visit<{ token: string }>;

/** For an organisation without an account: the mailed link, kept by no cache and in no log. */
export const referralLinkRoutes = new Routes()
  .anonymousPage(referralLinkPaths.answer, (visit) => answerPage(visit, emptyForm))
  .anonymousPost(
    referralLinkPaths.move,
    async (visit) => {
      const form = await visit.form(moveForm);
      if (!form.ok) return answerPage(visit, form.state);
      const { token, move } = visit.params;
      const moving = { token, move: move as ReferralMove, reason: reasonOf(form.values) };
      const { vault } = visit.tools;
      const answer = await moveByLink(visit.db, { vault, ...moving }, visit.now);
      if (answer.ok) return visit.go(referralLinkPaths.answer.to({ token }), words[visit.lang].done);
      return answerPage(visit, refused(visit, answer, form.typed));
    },
    { secretUrl: true },
  ).list;

async function answerPage(visit: TokenVisit, state: FormState): Promise<Response> {
  const { token } = visit.params;
  const linked = await openReferralLink(visit.db, { token, vault: visit.tools.vault }, visit.now);
  if (!linked.ok) return visit.page(<DeadLinkPage view={visit.view} />, 410);
  const { referral } = linked.value;
  const names = await inTransaction(visit.db, visit.who, (tx) => organisationNames(tx, visit.lang));
  const from = names.find(({ value }) => value === (referral.onwardBy ?? referral.homeId))?.label ?? '';
  return visit.page(
    <AnswerPage view={visit.view} state={state} token={token} from={from} linked={linked.value} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
