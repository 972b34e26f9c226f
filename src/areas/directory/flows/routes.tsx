import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Problem } from '#platform/web/form-state.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { discardDraft, publishFlow, saveFlow, startDraft } from '../navigator/actions.ts';
import { answer, start } from '../navigator/converse.tsx';
import { NotSetPage } from '../navigator/pages/not-set.tsx';
import { mostBytes, readPosted } from '../navigator/posted.ts';
import { readGuide } from '../navigator/read.ts';
import { findFlow, listFlows } from '../navigator/store.ts';
import { staffDirectoryPaths as paths } from '../paths.ts';
import { changesBetween, type FlowPart, withItemUp, withoutItem } from './items.ts';
import { itemPage, listPage, saveItem, saveTable, tablePage } from './edit.tsx';
import { FlowOverviewPage } from './pages/overview.tsx';
import { FlowVersionPage } from './pages/version.tsx';
import { emptyFlow, readEditing, readOutcomes } from './surroundings.ts';
import { refusals } from './refusal-words.ts';
import { words } from './words.ts';

const ofRevision = z.object({ revision: z.coerce.number().int().min(0) });
const fromVersion = z.object({ from: z.coerce.number().int().min(1).optional() });

export const flowRoutes = new Routes()
  .get(paths.navigator, can.editNavigator, (visit) => overview(visit, []))
  .get(paths.navigatorPreview, can.editNavigator, (visit) => preview(visit, undefined))
  .post(paths.navigatorPreview, can.editNavigator, async (visit) => preview(visit, await readPosted(visit)), {
    maxBody: mostBytes,
  })
  .post(paths.navigatorDraft, can.editNavigator, async (visit) => {
    const form = await visit.form(fromVersion);
    const started = await startDraft(visit.db, visit.who, form.ok ? form.values : {}, visit.now);
    return started.ok ? home(visit, words[visit.lang].started) : overview(visit, [told(visit, started)]);
  })
  .post(paths.navigatorDiscard, can.editNavigator, async (visit) => {
    await discardDraft(visit.db, visit.who, visit.now);
    return home(visit, words[visit.lang].discarded);
  })
  .post(paths.navigatorPublish, can.editNavigator, async (visit) => {
    const form = await visit.form(ofRevision);
    const revision = form.ok ? form.values.revision : 0;
    const done = await publishFlow(visit.db, visit.who, { revision }, visit.now);
    return done.ok ? home(visit, words[visit.lang].publishedNow) : overview(visit, [told(visit, done)]);
  })
  .get(paths.navigatorVersion, can.editNavigator, versionPage)
  .get(paths.navigatorPart, can.editNavigator, (visit) => listPage(visit, partOf(visit), []))
  .post(paths.navigatorItemUp, can.editNavigator, (visit) =>
    rearrange(visit, withItemUp, words[visit.lang].moved),
  )
  .post(paths.navigatorItemRemove, can.editNavigator, (visit) =>
    rearrange(visit, withoutItem, words[visit.lang].removed),
  )
  .get(paths.navigatorItem, can.editNavigator, (visit) => itemPage(visit, placeOf(visit)))
  .post(paths.navigatorItem, can.editNavigator, (visit) => saveItem(visit, placeOf(visit)))
  .get(paths.navigatorTable, can.editNavigator, (visit) => tablePage(visit))
  .post(paths.navigatorTable, can.editNavigator, saveTable).list;

/** The pattern of the path lets only parts through. */
function partOf({ params }: Visit<{ part: string }>): FlowPart {
  return params.part as FlowPart;
}

function placeOf(visit: Visit<{ part: string; at: string }>): { part: FlowPart; at: number | 'new' } {
  const { at } = visit.params;
  return { part: partOf(visit), at: at === 'new' ? at : Number(at) };
}

function told(
  visit: Visit,
  refused: Parameters<typeof sayRefusal<keyof (typeof refusals)['ja']>>[2],
): Problem {
  return { field: '', message: sayRefusal(refusals, visit.lang, refused) };
}

function home(visit: Visit, notice: string): Response {
  return visit.go(paths.navigator.to({}), notice);
}

async function overview(visit: Visit, problems: readonly Problem[]): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const editing = await readEditing(tx, visit.lang);
    const { draft, published } = editing;
    return (
      <FlowOverviewPage
        view={visit.view}
        problems={problems}
        {...editing}
        outcomes={await readOutcomes(tx, editing.flow)}
        changes={draft ? changesBetween(published?.content ?? emptyFlow, draft.content) : []}
        versions={await listFlows(tx)}
      />
    );
  });
  return visit.page(page, problems.length > 0 ? 422 : 200);
}

async function versionPage(visit: Visit<{ version: string }>): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const version = Number(visit.params.version);
    const row = await findFlow(tx, version);
    const before = (await listFlows(tx)).find((each) => each.version < version);
    const old = before ? (await findFlow(tx, before.version)).content : emptyFlow;
    const editing = await readEditing(tx, visit.lang);
    return (
      <FlowVersionPage
        view={visit.view}
        {...editing}
        row={row}
        changes={changesBetween(old, row.content)}
        sinceThen={changesBetween(row.content, editing.published?.content ?? emptyFlow)}
      />
    );
  });
  return visit.page(page);
}

/** The conversation of the draft, or of what is public while there is none, as somebody would walk it. */
async function preview(visit: Visit, fields: Awaited<ReturnType<typeof readPosted>> | undefined) {
  return inTransaction(visit.db, visit.who, async (tx) => {
    const { flow } = await readEditing(tx, visit.lang);
    const guide = flow.questions.length > 0 ? await readGuide(tx, flow) : undefined;
    if (!guide) return visit.page(<NotSetPage view={visit.view} />);
    const walk = { visit, guide, preview: true };
    return fields ? answer(walk, tx, fields) : start(walk);
  });
}

/** Items in another order, or one less: refused like any other change. */
async function rearrange(
  visit: Visit<{ part: string; at: string }>,
  change: typeof withoutItem,
  notice: string,
): Promise<Response> {
  const form = await visit.form(ofRevision);
  const { part, at } = placeOf(visit);
  if (at === 'new') throw new NotFound('item');
  const { flow } = await inTransaction(visit.db, visit.who, (tx) => readEditing(tx, visit.lang));
  const input = { flow: change(flow, { part, at }), revision: form.ok ? form.values.revision : -1 };
  const saved = await saveFlow(visit.db, visit.who, input, visit.now);
  if (saved.ok) return visit.go(paths.navigatorPart.to({ part }), notice);
  return listPage(visit, part, [told(visit, saved)]);
}
