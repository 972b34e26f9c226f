import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { actorOf } from '../entries/actions.ts';
import { readContents, readYearWords } from '../entries/contents.ts';
import { listEntries } from '../entries/store.ts';
import { collectionPaths } from '../paths.ts';
import { roundPage } from '../rounds/round-page.tsx';
import { findRound } from '../rounds/store.ts';
import { nameIn } from '../trail.ts';
import {
  dropWorkbook,
  makeWorkbook,
  maxWorkbookBytes,
  receiveWorkbook,
  takeOverWorkbook,
} from './actions.ts';
import { ReturnPage } from './pages/return.tsx';
import { findReturn } from './store.ts';
import { pageWords } from './page-words.ts';
import { fileRefusals, takeOverRefusals } from './words.ts';

type ReturnVisit = Visit<{ roundId: string; returnId: string }>;
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const uploadForm = z.object({ bureau: z.uuid(), workbook: field.upload() });

export const workbookRoutes = new Routes()
  .get(collectionPaths.workbook, can.returnEntry, async (visit) => {
    const { db, who, lang, params, now } = visit;
    const organisationId = z.uuid().safeParse(visit.query('bureau'));
    if (!organisationId.success) throw new NotFound('bureau');
    const what = { ...params, organisationId: organisationId.data, lang };
    const { name, bytes } = await makeWorkbook(db, who, what, now);
    return new Response(bytes as BodyInit, {
      headers: {
        'content-type': spreadsheet,
        'content-disposition': `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
    });
  })
  .post(collectionPaths.workbook, can.returnEntry, takeIn, { maxBody: maxWorkbookBytes + 1_048_576 })
  .get(collectionPaths.workbookReturn, can.returnEntry, (visit) => returnPage(visit, emptyForm))
  .post(collectionPaths.takeOver, can.returnEntry, async (visit) => {
    const { db, who, lang, params, now } = visit;
    const taken = await takeOverWorkbook(db, who, params, now);
    if (taken.ok)
      return visit.go(collectionPaths.workbookReturn.to(params), pageWords[lang].taken(taken.value.changes));
    const message = sayRefusal(takeOverRefusals, lang, taken);
    return returnPage(visit, { values: {}, problems: [{ field: '', message }] });
  })
  .post(collectionPaths.drop, can.returnEntry, async (visit) => {
    const { db, who, lang, params, now } = visit;
    const dropped = await dropWorkbook(db, who, params, now);
    if (dropped.ok) return visit.go(collectionPaths.workbookReturn.to(params), pageWords[lang].dropped);
    const message = sayRefusal(takeOverRefusals, lang, dropped);
    return returnPage(visit, { values: {}, problems: [{ field: '', message }] });
  }).list;

/** A file that cannot be opened is said at the field; everything else has a page of its own. */
async function takeIn(visit: Visit<{ roundId: string }>): Promise<Response> {
  const { db, person, lang, params, now, tools } = visit;
  const form = await visit.form(uploadForm);
  if (!form.ok) throw new NotFound('bureau');
  const { bureau, workbook } = form.values;
  const refused = (refusal: keyof (typeof fileRefusals)['ja']) =>
    roundPage(
      visit,
      { values: {}, problems: [{ field: 'workbook', message: fileRefusals[lang][refusal] }] },
      bureau,
    );
  if (!workbook) return refused('no-file');
  const content = new Uint8Array(await workbook.arrayBuffer());
  const received = await receiveWorkbook(
    db,
    person,
    { ...params, organisationId: bureau, files: tools.files, upload: { name: workbook.name, content } },
    now,
  );
  if (!received.ok) return refused(received.refusal);
  return visit.go(collectionPaths.workbookReturn.to({ ...params, returnId: received.value.returnId }));
}

async function returnPage(visit: ReturnVisit, state: FormState): Promise<Response> {
  const { db, who, view, lang, params } = visit;
  const props = await inTransaction(db, who, async (tx) => {
    const held = await findReturn(tx, params);
    const round = await findRound(tx, params.roundId);
    const { organisationId } = held;
    const actor = actorOf(who, organisationId);
    return {
      held,
      round,
      bureau: nameIn(lang, await findOrganisation(tx, organisationId)),
      contents: await readContents(tx, await listEntries(tx, { roundId: round.id, organisationId })),
      yearWords: await readYearWords(tx, round.fiscalYear),
      mayDecide: (actor.reporter || actor.secretariat) && round.status === 'open',
    };
  });
  return visit.page(
    <ReturnPage {...props} view={view} state={state} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
