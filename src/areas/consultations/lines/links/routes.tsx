import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { talkPaths } from '../../paths.ts';
import { enterTalk } from '../../talks/device.ts';
import { comeOver, lookAtLink } from './actions.ts';
import { ComeOverPage, LinkOverPage } from './pages/come-over.tsx';

/** Looking uses nothing up, since programs that preview links look, too: the press does. */
export const lineLinkRoutes = new Routes()
  .anonymousPage(talkPaths.fromLine, async (visit) => {
    const { token } = visit.params;
    const link = await lookAtLink(visit.db, token, visit.now);
    if (!link) return over(visit);
    return visit.page(<ComeOverPage view={visit.view} desk={link.desk} token={token} />);
  })
  .anonymousPost(
    talkPaths.fromLine,
    async (visit) => {
      const { vault } = visit.tools;
      const come = await comeOver(visit.db, { vault, token: visit.params.token }, visit.now);
      if (!come.ok) return over(visit);
      enterTalk(visit, come.value.token);
      return visit.go(talkPaths.conversation.to({}));
    },
    { secretUrl: true },
  ).list;

function over(visit: Visit<{ token: string }>): Promise<Response> {
  return visit.page(<LinkOverPage view={visit.view} />, 410);
}
