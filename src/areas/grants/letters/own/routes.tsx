import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok } from '#platform/result.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { deadPage, hidden } from '../../applications/link.tsx';
import { enter, type Opened } from '../../applications/open.ts';
import { applicationPaths } from '../../paths.ts';
import { openLetter } from '../issue.ts';
import { findLetter, listLettersOf } from '../store.ts';
import { OwnLetterPage, OwnLettersPage } from './pages/letters.tsx';

type LinkVisit = Visit<{ token: string }>;

/** For the group, behind the link of its application: every letter to it, as it was issued. */
export const ownLetterRoutes = new Routes()
  .anonymousPage(applicationPaths.letters, (visit: LinkVisit) =>
    behindLink(visit, async (tx, { application, terms, call }) => {
      const letters = await listLettersOf(tx, application.id);
      const { token } = visit.params;
      return <OwnLettersPage view={visit.view} token={token} letters={letters} terms={terms} call={call} />;
    }),
  )
  .anonymousPage(applicationPaths.letter, (visit: Visit<{ token: string; documentId: string }>) =>
    behindLink(visit, async (tx, { application, terms, call }) => {
      const { token, documentId } = visit.params;
      const { document, letter } = await findLetter(tx, documentId);
      if (document.applicationId !== application.id || !letter) throw new NotFound('letter');
      const content = openLetter(visit.tools.vault, application, letter);
      return <OwnLetterPage view={visit.view} token={token} content={content} terms={terms} call={call} />;
    }),
  ).list;

async function behindLink(
  visit: LinkVisit,
  show: (tx: Tx, opened: Opened) => Promise<Parameters<Visit['page']>[0]>,
): Promise<Response> {
  const { token } = visit.params;
  const entered = await enter(
    visit.db,
    { entrance: { by: 'link', token }, vault: visit.tools.vault },
    async (tx, opened) => ok(await show(tx, opened)),
  );
  return entered.ok ? hidden(await visit.page(entered.value)) : deadPage(visit, entered.refusal);
}
