import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, worksAt } from '../../access.ts';
import { callStaffPaths as paths } from '../../paths.ts';
import { beginVersion, discardVersion, saveFacts } from '../actions.ts';
import { answerBudget, askBudget } from '../budgets/actions.ts';
import { copyCall } from '../copies/actions.ts';
import { endCall, proposeVersion, publishVersion, returnVersion, takeBack } from '../publications/actions.ts';
import { standingOf } from '../rules.ts';
import {
  findBudgetChange,
  findCall,
  findMoney,
  findNamedDraft,
  findPublishedTerms,
  findVersion,
  listBudgetChanges,
  listVersions,
} from '../store.ts';
import { CallStaffPage } from './pages/call.tsx';
import { PreviewPage } from './pages/preview.tsx';
import { programOptions } from './programs.ts';
import { refused, type Refused } from './refused.ts';
import { words } from './words.ts';

type CallVisit = Visit<{ callId: string }>;
type Answer = { ok: true } | ({ ok: false } & Refused);

const program = z.union([z.uuid(), z.literal('')]).default('');
const factsForm = z.object({ programId: program, budgetLine: field.optionalText(200) });
const revision = z.coerce.number().int().catch(-1);
const proposeForm = z.object({ revision, note: field.optionalText(500), noteEn: field.optionalText(500) });
const publishForm = z.object({ revision });
const returnForm = z.object({ reason: field.text(2000) });
const endForm = z.object({
  endState: field.choice(['ended', 'cancelled']),
  endNote: field.text(1000),
  endNoteEn: field.optionalText(1000),
});
const budgetForm = z.object({
  yen: field.whole({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
  budgetReason: field.text(500),
});
const nothing = z.object({});

export const callStaffRoutes = new Routes()
  .get(paths.call, can.readCalls, (visit) => callPage(visit, emptyForm))
  .get(paths.preview, can.readCalls, (visit) => previewPage(visit, undefined))
  .get(paths.version, can.readCalls, (visit) => previewPage(visit, Number(visit.params.version)))
  .post(paths.facts, can.editCall, (visit) =>
    take(visit, factsForm, words[visit.lang].factsSaved, ({ programId, budgetLine }) => {
      const facts = { ...visit.params, programId: programId || null, budgetLine };
      return saveFacts(visit.db, visit.who, facts, visit.now);
    }),
  )
  .post(paths.begin, can.editCall, (visit) =>
    take(visit, nothing, words[visit.lang].done.begin, () =>
      beginVersion(visit.db, visit.who, visit.params, visit.now),
    ),
  )
  .post(paths.propose, can.editCall, (visit) =>
    take(visit, proposeForm, words[visit.lang].done.propose, ({ note, noteEn, ...editing }) =>
      proposeVersion(
        visit.db,
        visit.who,
        { ...visit.params, ...editing, note: { ja: note, en: noteEn } },
        visit.now,
      ),
    ),
  )
  .post(paths.takeBack, can.editCall, (visit) =>
    take(visit, nothing, words[visit.lang].done.takeBack, () =>
      takeBack(visit.db, visit.who, visit.params, visit.now),
    ),
  )
  .post(paths.return, can.publishCall, (visit) =>
    take(visit, returnForm, words[visit.lang].done.return, ({ reason }) =>
      returnVersion(visit.db, visit.who, { ...visit.params, reason }, visit.now),
    ),
  )
  .post(paths.publish, can.publishCall, (visit) =>
    take(visit, publishForm, words[visit.lang].done.publish, (editing) =>
      publishVersion(visit.db, visit.who, { ...visit.params, ...editing }, visit.now),
    ),
  )
  .post(paths.discard, can.editCall, async (visit) => {
    const gone = await discardVersion(visit.db, visit.who, visit.params, visit.now);
    if (!gone.ok) return callPage(visit, refused(visit, gone, {}));
    const to = gone.value.gone ? paths.home.to({}) : paths.call.to(visit.params);
    return visit.go(to, words[visit.lang].done.discard);
  })
  .post(paths.end, can.publishCall, (visit) =>
    take(visit, endForm, words[visit.lang].done.end, ({ endState, endNote, endNoteEn }) =>
      endCall(
        visit.db,
        visit.who,
        { ...visit.params, state: endState, note: { ja: endNote, en: endNoteEn } },
        visit.now,
      ),
    ),
  )
  .post(paths.copy, can.editCall, async (visit) => {
    const copied = await copyCall(visit.db, visit.who, visit.params, visit.now);
    if (!copied.ok) return callPage(visit, refused(visit, copied, {}));
    return visit.go(paths.call.to(copied.value), words[visit.lang].copied);
  })
  .post(paths.budget, can.askBudget, (visit) =>
    take(visit, budgetForm, words[visit.lang].asked, ({ yen, budgetReason }) =>
      askBudget(visit.db, visit.who, { ...visit.params, yen, reason: budgetReason }, visit.now),
    ),
  )
  .post(paths.answerBudget, can.decideBudget, answerPosted).list;

/** Reads the form of a step, takes the step, and shows the call again with its words when it is refused. */
async function take<Schema extends z.ZodType>(
  visit: CallVisit,
  schema: Schema,
  notice: string,
  act: (values: z.output<Schema>) => Promise<Answer>,
): Promise<Response> {
  const form = await visit.form(schema);
  if (!form.ok) return callPage(visit, form.state);
  const answer = await act(form.values);
  if (answer.ok) return visit.go(paths.call.to(visit.params), notice);
  return callPage(visit, refused(visit, answer, form.typed));
}

async function answerPosted(visit: Visit<{ changeId: string; answer: string }>): Promise<Response> {
  const { db, who, params, now, lang } = visit;
  const answer = params.answer as 'approved' | 'declined';
  const done = await answerBudget(db, who, { changeId: params.changeId, answer }, now);
  if (done.ok) return visit.go(paths.call.to(done.value), words[lang].answered);
  const { callId } = await inTransaction(db, who, (tx) => findBudgetChange(tx, params.changeId));
  return callPage({ ...visit, params: { callId } }, refused(visit, done, {}));
}

async function callPage(visit: CallVisit, state: FormState): Promise<Response> {
  const { view, who, lang, now } = visit;
  const { callId } = visit.params;
  const page = await inTransaction(visit.db, who, async (tx) => {
    const call = await findCall(tx, callId);
    const draft = await findNamedDraft(tx, callId);
    const terms =
      call.state === 'draft' && draft ? draft.terms : (await findPublishedTerms(tx, callId)).terms;
    const money = await findMoney(tx, callId);
    const programs = await programOptions(tx, lang, call.fiscalYear);
    const bureau = (await listOrganisations(tx)).find(({ id }) => id === call.bureauId);
    const here = worksAt(who, call.bureauId);
    const personId = who.kind === 'person' ? who.personId : '';
    const publish = here && can.publishCall.allows(who);
    return (
      <CallStaffPage
        {...{ view, state, call, terms, draft, programs, ...money }}
        standing={standingOf({ ...call, ...terms, ...money }, tokyoDay(now))}
        versions={await listVersions(tx, callId)}
        changes={await listBudgetChanges(tx, { callId })}
        bureau={bureau ? contentIn(lang, { ja: bureau.nameJa, en: bureau.nameEn }) : ''}
        program={
          programs.flatMap(({ options }) => options).find(({ value }) => value === call.programId)?.label
        }
        may={{
          edit: here && can.editCall.allows(who),
          publish,
          decide: publish && !draft?.editors.includes(personId),
          askBudget: here && can.askBudget.allows(who),
          decideBudget: here && can.decideBudget.allows(who),
          personId,
        }}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** The draft (or a published version) as applicants will see it. */
async function previewPage(visit: CallVisit, version: number | undefined): Promise<Response> {
  const { callId } = visit.params;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const call = await findCall(tx, callId);
    const draft = version === undefined ? await findNamedDraft(tx, callId) : undefined;
    const shown = version === undefined ? draft : await findVersion(tx, { callId, version });
    const { terms } = shown ?? (await findPublishedTerms(tx, callId));
    return (
      <PreviewPage
        view={visit.view}
        call={call}
        terms={terms}
        version={shown?.version}
        {...(await findMoney(tx, callId))}
      />
    );
  });
  return visit.page(page);
}
