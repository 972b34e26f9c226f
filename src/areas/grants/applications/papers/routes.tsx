import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { applicationPaths } from '../../paths.ts';
import { deadPage, hidden, isDead, linkPage, type LinkVisit, urlOfPart } from '../link.tsx';
import { LinkFrame } from '../pages/frame.tsx';
import { askedPapers, isWritable } from '../rules.ts';
import { nextPart, papersPart } from '../tasks.ts';
import { readPaperByLink, removePaper } from './actions.ts';
import { serve } from './serve.ts';
import { OnButton, PaperForms } from './pages/papers.tsx';
import { maxUpload, readUpload, takeUpload, trayOf } from './upload.ts';
import { words } from './words.ts';

type PaperVisit = Visit<{ token: string; paperId: string }>;
const secretUrl = { secretUrl: true };

/** What is attached: by somebody who holds a link. */
export const paperRoutes = new Routes()
  .anonymousPage(applicationPaths.papers, (visit) => papersPage(visit))
  .anonymousPost(applicationPaths.papers, upload, { ...secretUrl, maxBody: maxUpload })
  .anonymousPage(applicationPaths.paper, paper)
  .anonymousPost(applicationPaths.removePaper, remove, secretUrl).list;

async function papersPage(
  visit: LinkVisit,
  { state = emptyForm, tried = '' }: { state?: FormState; tried?: string } = {},
): Promise<Response> {
  return linkPage(visit, async ({ sight }) => {
    const { view, lang, params, tools } = visit;
    const { token } = params;
    const { opened, written, papers, gaps } = sight;
    if (!isWritable(opened.application.state)) return visit.go(applicationPaths.overview.to(params));
    const next = nextPart({ ...opened, ...written }, { gaps, code: papersPart });
    const onward =
      next && next !== papersPart ? urlOfPart(token, next) : applicationPaths.check.to({ token });
    const page = (
      <LinkFrame
        view={view}
        token={token}
        title={words[lang].title}
        terms={opened.terms}
        fiscalYear={opened.call.fiscalYear}
        lead={words[lang].lead}
        problems={state.problems}
      >
        <PaperForms
          view={view}
          state={state}
          wanted={askedPapers(opened.terms, written.answers)}
          papers={papers}
          tried={tried}
          scanner={tools.config.CLAMAV_SOCKET !== undefined}
          urls={{
            add: view.href(applicationPaths.papers.to({ token })),
            paper: (paperId) => view.href(applicationPaths.paper.to({ token, paperId })),
            remove: (paperId) => view.href(applicationPaths.removePaper.to({ token, paperId })),
          }}
        />
        <OnButton view={view} href={view.href(onward)} />
      </LinkFrame>
    );
    return visit.page(page, state.problems.length > 0 ? 422 : 200);
  });
}

async function upload(visit: LinkVisit): Promise<Response> {
  const { db, lang, params, now, c } = visit;
  const uploaded = await readUpload(c);
  const entrance = { by: 'link', token: params.token } as const;
  const taken = await takeUpload(db, entrance, { tray: trayOf(visit), lang, uploaded }, now);
  if (taken === 'taken') return hidden(visit.go(applicationPaths.papers.to(params)));
  if ('dead' in taken) return deadPage(visit, taken.dead);
  return papersPage(visit, { state: taken.state, tried: uploaded?.code ?? '' });
}

async function paper(visit: PaperVisit): Promise<Response> {
  const { vault, files } = visit.tools;
  const read = await readPaperByLink(visit.db, { ...visit.params, vault, files });
  return read.ok ? hidden(serve(visit, read.value)) : deadPage(visit, read.refusal);
}

async function remove(visit: PaperVisit): Promise<Response> {
  const { db, params, tools, now } = visit;
  const entrance = { by: 'link', token: params.token } as const;
  const removed = await removePaper(db, entrance, { vault: tools.vault, paperId: params.paperId }, now);
  if (!removed.ok && isDead(removed.refusal)) return deadPage(visit, removed.refusal);
  return hidden(visit.go(applicationPaths.papers.to(params)));
}
