import { emptyForm } from '#platform/web/form-state.ts';
import { NotFound } from '#platform/errors.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { deadPage, hidden, isDead } from '../applications/link.tsx';
import { awardLinkPaths } from '../paths.ts';
import { linkPlace } from '../settlements/place.ts';
import { ask, askPage, type AskVisit, look } from './asking.tsx';
import { withdrawChange } from './changes/actions.ts';
import { words as changeWords } from './changes/words.ts';
import { GroupAwardPage } from './pages/group.tsx';

type LinkVisit = Visit<{ token: string }>;
const secretUrl = { secretUrl: true };

/** For the group, behind the link of its application. */
export const awardLinkRoutes = new Routes()
  .anonymousPage(awardLinkPaths.award, (visit: LinkVisit) => groupPage(visit))
  .anonymousPage(awardLinkPaths.ask, (visit: AskVisit<{ token: string }>) =>
    askPage(visit, linkPlace(visit.view, visit.params.token), emptyForm),
  )
  .anonymousPost(
    awardLinkPaths.ask,
    (visit: AskVisit<{ token: string }>) => ask(visit, linkPlace(visit.view, visit.params.token)),
    secretUrl,
  )
  .anonymousPost(
    awardLinkPaths.withdraw,
    async (visit: Visit<{ token: string; changeId: string }>) => {
      const { token, changeId } = visit.params;
      const { vault } = visit.tools;
      const done = await withdrawChange(visit.db, { by: 'link', token }, { changeId, vault }, visit.now);
      if (!done.ok && isDead(done.refusal)) return deadPage(visit, done.refusal);
      const said = done.ok ? 'withdrawn' : 'asked-before';
      return hidden(visit.go(awardLinkPaths.award.to({ token }, { said })));
    },
    secretUrl,
  ).list;

async function groupPage(visit: LinkVisit): Promise<Response> {
  const { token } = visit.params;
  const seen = await look(visit, { by: 'link', token });
  if (!seen.ok) {
    if (isDead(seen.refusal)) return deadPage(visit, seen.refusal);
    throw new NotFound('grant award');
  }
  const t = changeWords[visit.lang];
  const said = { asked: t.asked, withdrawn: t.withdrawn, 'asked-before': '' }[visit.query('said')] ?? '';
  const place = linkPlace(visit.view, token);
  return hidden(
    await visit.page(
      <GroupAwardPage view={visit.view} token={token} place={place} said={said} {...seen.value} />,
    ),
  );
}
