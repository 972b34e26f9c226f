import type { Visit } from '#platform/web/visit.ts';
import { applicationPaths } from '../paths.ts';
import { accountPart, applicantPart, type DeadLink, type Editor } from './open.ts';
import { DeadLinkPage } from './pages/dead.tsx';
import { papersPart } from './tasks.ts';
import { editorsOf, lookAtApplication, type Sight } from './view.ts';

export type LinkVisit = Visit<{ token: string }>;

/** A page behind a link, or why the link does nothing. It is looked at anew each time: it may have ended while somebody wrote. */
export async function linkPage(
  visit: LinkVisit,
  show: (seen: { sight: Sight; editors: readonly Editor[] }) => Promise<Response>,
): Promise<Response> {
  const { db, params, tools } = visit;
  const { vault } = tools;
  const looked = await lookAtApplication(db, { entrance: { by: 'link', token: params.token }, vault });
  if (!looked.ok) return deadPage(visit, looked.refusal);
  const editors = await editorsOf(db, looked.value.opened);
  return hidden(await show({ sight: looked.value, editors }));
}

export async function deadPage(visit: Visit, why: DeadLink): Promise<Response> {
  return hidden(
    await visit.page(<DeadLinkPage view={visit.view} why={why} />, why === 'unknown' ? 404 : 410),
  );
}

export function isDead(refusal: string): refusal is DeadLink {
  return refusal === 'unknown' || refusal === 'ended';
}

/** Whoever sees the address of such a page could use it: no search engine, no memory, no word to where one goes from here. */
export function hidden(response: Response): Response {
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'no-referrer');
  return response;
}

export function urlOfPart(token: string, part: string): string {
  if (part === applicantPart) return applicationPaths.applicant.to({ token });
  if (part === accountPart) return applicationPaths.account.to({ token });
  if (part === papersPart) return applicationPaths.papers.to({ token });
  return applicationPaths.question.to({ token, code: part });
}
