import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { readStoredFile } from '#platform/files/store.ts';
import type { Result } from '#platform/result.ts';
import { field } from '#platform/web/form.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { z } from 'zod';
import { listYears, readYear } from '#areas/programs/index.ts';
import { can } from '../access.ts';
import { listErrata } from '../errata/store.ts';
import { stateLabel } from '../states/words.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { fileResponse } from '../publication/pictures.ts';
import { listRecoverable, listRecoverableStates } from '../disclosure/apply.ts';
import { countProposals, listWithheld } from '../disclosure/store.ts';
import { erratumLine, targetName } from '../publication/shown.ts';
import {
  approveEdition,
  isUpToDate,
  prepareEdition,
  proposeEdition,
  refreshEdition,
  verifyEdition,
  withdrawDraft,
} from './actions.ts';
import type { EditionKind } from './content.ts';
import { publishable } from './make-content.ts';
import { EditionPage } from './pages/edition.tsx';
import { ReportHomePage } from './pages/home.tsx';
import { PreparePage } from './pages/prepare.tsx';
import { PreviewPage, ProgramPreviewPage } from './pages/preview.tsx';
import { differencesBetween, type EditionRefusal, planDifferences } from './rules.ts';
import {
  findEdition,
  findEditionProgram,
  findFormer,
  listEditionPrograms,
  listEditions,
  listSteps,
} from './store.ts';
import { listAsCorrected, listUndone } from './undone.ts';
import { refusalText, words } from './words.ts';

const editionForm = z.object({
  note: field.optionalText(2000),
  withoutReason: field.optionalText(2000),
});
const approveForm = z.object({ seenHash: field.text(64) });

type EditionVisit = Visit<{ id: string }>;

export const routes = new Routes()
  .get(paths.home, can.readEditions, async (visit) => {
    const { view, who, db } = visit;
    const shown = await inTransaction(db, who, async (tx) => ({
      years: (await listYears(tx)).map(({ year }) => year),
      editions: await listEditions(tx),
      errataWaiting: (await listErrata(tx)).filter(({ status }) => status === 'proposed').length,
      disclosureWaiting: await countProposals(tx),
    }));
    const may = {
      mayPrepare: can.prepareEdition.allows(who),
      mayDisclose: can.readDisclosure.allows(who),
      mayBind: can.bindMeasure.allows(who),
    };
    return visit.page(<ReportHomePage view={view} {...may} {...shown} />);
  })
  .get(paths.prepare, can.prepareEdition, (visit) => preparePage(visit, emptyForm))
  .post(paths.prepare, can.prepareEdition, async (visit) => {
    const form = await visit.form(editionForm);
    if (!form.ok) return preparePage(visit, form.state);
    const { year, kind } = visit.params;
    const made = await prepareEdition(visit.db, visit.who, {
      year: Number(year),
      kind: kind as EditionKind,
      ...form.values,
    });
    if (!made.ok) return preparePage(visit, { values: form.typed, problems: problemsOf(visit, made) });
    return visit.go(paths.edition.to({ id: made.value }), words[visit.lang].preparedNotice);
  })
  .get(paths.edition, can.readEditions, (visit) => editionPage(visit))
  .get(paths.preview, can.readEditions, async (visit) => {
    const { id } = visit.params;
    const edition = await inTransaction(visit.db, visit.who, (tx) => findEdition(tx, id));
    return visit.page(<PreviewPage view={visit.view} id={id} edition={edition} head={edition.content} />);
  })
  .get(paths.program, can.readEditions, async (visit) => {
    const { id, slug } = visit.params;
    const shown = await inTransaction(visit.db, visit.who, async (tx) => ({
      edition: await findEdition(tx, id),
      program: await findEditionProgram(tx, { editionId: id, slug }),
    }));
    return visit.page(<ProgramPreviewPage view={visit.view} id={id} {...shown} />);
  })
  .get(paths.picture, can.readEditions, picture)
  .post(paths.refresh, can.prepareEdition, async (visit) => {
    const form = await visit.form(editionForm);
    if (!form.ok) return editionPage(visit, form.state);
    const done = await refreshEdition(visit.db, visit.who, { ...visit.params, ...form.values });
    return answer(visit, done, words[visit.lang].refreshed);
  })
  .post(paths.propose, can.prepareEdition, async (visit) =>
    answer(visit, await proposeEdition(visit.db, visit.who, visit.params), words[visit.lang].proposed),
  )
  .post(paths.approve, can.approveEdition, async (visit) => {
    const form = await visit.form(approveForm);
    if (!form.ok) return editionPage(visit, form.state);
    const done = await approveEdition(visit.db, visit.who, {
      ...visit.params,
      ...form.values,
      workshop: visit.tools,
    });
    return answer(visit, done, words[visit.lang].approved);
  })
  .post(paths.withdraw, can.prepareEdition, async (visit) =>
    answer(visit, await withdrawDraft(visit.db, visit.who, visit.params), words[visit.lang].withdrawn),
  ).list;

type Refused = Extract<Result<never, EditionRefusal>, { ok: false }>;

function problemsOf({ lang }: Pick<Visit, 'lang'>, { refusal, facts }: Refused) {
  return [{ field: '', message: refusalText(lang, refusal, facts) }];
}

function answer(visit: EditionVisit, done: Result<unknown, EditionRefusal>, notice: string) {
  if (!done.ok) return editionPage(visit, { values: {}, problems: problemsOf(visit, done) });
  return visit.go(paths.edition.to(visit.params), notice);
}

async function preparePage(
  visit: Visit<{ year: string; kind: string }>,
  state: FormState,
): Promise<Response> {
  const year = Number(visit.params.year);
  const { included, missing } = publishable(
    await inTransaction(visit.db, visit.who, (tx) => readYear(tx, year)),
  );
  return visit.page(
    <PreparePage
      view={visit.view}
      year={year}
      kind={visit.params.kind as EditionKind}
      included={included.length}
      missing={missing}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function editionPage(visit: EditionVisit, state: FormState = emptyForm): Promise<Response> {
  const { db, who, view } = visit;
  const { id } = visit.params;
  const shown = await inTransaction(db, who, async (tx) => {
    const edition = await findEdition(tx, id);
    const former = await findFormer(tx, edition);
    const differences = former && [
      ...differencesBetween(await listAsCorrected(tx, former.id), await listEditionPrograms(tx, id)),
      ...planDifferences(former.content.plan, edition.content.plan),
    ];
    const isDraft = edition.status === 'draft';
    const undone = isDraft ? await listUndone(tx, edition) : [];
    const mayRead = isDraft && can.readDisclosure.allows(who);
    const recoverable = mayRead ? await listRecoverable(tx, edition) : [];
    const ofStates = mayRead ? await listRecoverableStates(tx, edition) : [];
    return {
      edition,
      differences: differences ?? null,
      steps: await listSteps(tx, id),
      withheld: (await listWithheld(tx, id)).length,
      recoverable: [
        ...recoverable.map(({ program, measure, period }) => {
          const target = { kind: 'figure', measureId: measure.id, period } as const;
          return `${contentIn(visit.lang, program.name)} ${targetName(visit.lang, program, target)}`;
        }),
        ...ofStates.map(({ flow, key }) => stateLabel(visit.lang, edition.content.states, flow, key)),
      ],
      undone: undone.map(({ program, correction }) => erratumLine(visit.lang, program, correction)),
    };
  });
  const { status, preparedBy, proposedBy } = shown.edition;
  const own = who.kind === 'person' && [preparedBy, proposedBy].includes(who.personId);
  return visit.page(
    <EditionPage
      view={view}
      problems={state.problems}
      upToDate={status !== 'draft' || (await isUpToDate(db, who, id))}
      intact={status !== 'published' || (await verifyEdition(db, who, { id }))}
      may={{
        prepare: can.prepareEdition.allows(who),
        approve: can.approveEdition.allows(who) && !own,
        readManuscript: can.readManuscript.allows(who),
        correct: status === 'published' && can.proposeErratum.allows(who),
      }}
      {...shown}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** A picture of a draft: whoever may see the edition may see what is in it, though another bureau uploaded it. */
async function picture(visit: Visit<{ id: string; fileId: string }>): Promise<Response> {
  const { id, fileId } = visit.params;
  const programs = await inTransaction(visit.db, visit.who, async (tx) => {
    await findEdition(tx, id);
    return listEditionPrograms(tx, id);
  });
  if (!programs.some(({ pictures }) => pictures.some((each) => each.fileId === fileId)))
    throw new NotFound('picture');
  const file = await inTransaction(visit.db, system('edition.preview'), (tx) =>
    readStoredFile(tx, visit.tools.files, fileId),
  );
  return fileResponse(file, { cacheControl: 'private, no-store' });
}
