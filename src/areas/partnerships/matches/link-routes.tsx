import { NotFound } from '#platform/errors.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { matchLinkPaths } from '../paths.ts';
import { DeadLinkPage, LinkPage } from './pages/by-link.tsx';
import { ThanksPage } from './pages/thanks.tsx';
import { take } from './take.ts';
import { listNames, listShownThanks } from './store.ts';
import { readTalk } from './talk.ts';
import { isTaking, type TakingName } from './taking.ts';

type TokenVisit = Visit<{ token: string }>;
const mostThanks = 60;

/** The mailed link of an agent: kept by no cache and in no log. */
export const matchLinkRoutes = new Routes()
  .anonymousPage(matchLinkPaths.talk, (visit) => talkPage(visit, emptyForm))
  .anonymousPost(
    matchLinkPaths.step,
    async (visit) => {
      const { token, step } = visit.params;
      if (!isTaking(step)) throw new NotFound('step');
      const taken = await take(visit, { by: 'link', token }, step);
      if (taken.ok) return visit.go(matchLinkPaths.talk.to({ token }), taken.notice);
      return taken.isDead ? deadPage(visit) : talkPage(visit, taken.state, step);
    },
    { secretUrl: true },
  )
  .publicPage(matchLinkPaths.thanks, async (visit) => {
    const page = await inTransaction(visit.db, visit.who, async (tx) => {
      const thanks = await listShownThanks(tx, { limit: mostThanks });
      const names = await listNames(
        tx,
        thanks.flatMap(({ giverId, receiverId }) => [giverId, receiverId]),
      );
      return <ThanksPage view={visit.view} thanks={thanks} names={names} />;
    });
    return visit.page(page);
  }).list;

async function talkPage(visit: TokenVisit, state: FormState, tried?: TakingName): Promise<Response> {
  const { view, now, params } = visit;
  const { token } = params;
  const talk = await readTalk(visit.db, { by: 'link', token }, now);
  if (!talk.ok) return deadPage(visit);
  const urlOf = (step: TakingName) => view.href(matchLinkPaths.step.to({ token, step }));
  const about = { view, state, tried, talk: talk.value, today: tokyoDay(now), urlOf };
  return visit.page(<LinkPage {...about} />, state.problems.length > 0 ? 422 : 200);
}

function deadPage(visit: Visit): Promise<Response> {
  return visit.page(<DeadLinkPage view={visit.view} />, 410);
}
