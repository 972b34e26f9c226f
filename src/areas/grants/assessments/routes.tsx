import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, mustWorkAt } from '../access.ts';
import { readApplication } from '../applications/open.ts';
import { readPaper, readPapers } from '../applications/papers/actions.ts';
import { findPaperRow } from '../applications/papers/store.ts';
import { serve } from '../applications/papers/serve.ts';
import type { MoveRefusal } from '../applications/rules.ts';
import { reviewPaths } from '../paths.ts';
import { askReviewers, declareInterest, endAssignment, listReviewers } from './actions.ts';
import { openAssessment, saveAssessment } from './assess.ts';
import { askForm } from './lists/ask-form.ts';
import { moveInReview, saveChecklist } from './office.ts';
import { AssessPage, DeclarePage } from './pages/assess.tsx';
import { OwnReviewsPage } from './pages/own.tsx';
import { ReviewPage, type ReviewProps } from './pages/review.tsx';
import { callNames, readReview, reviewerNames } from './read.ts';
import { type AssessmentRefusal, type Conflict, conflicts, isInReview } from './rules.ts';
import { type Assignment, findAssessment, findAssignment, listOwnAssignments } from './store.ts';
import { ownWords } from './own-words.ts';
import { refusals } from './refusals.ts';
import { words } from './words.ts';

type ReviewVisit = Visit<{ applicationId: string }>;
type AssignmentVisit = Visit<{ assignmentId: string }>;
type Refusal = AssessmentRefusal | MoveRefusal;
type Refused = { ok: false } & RefusedWith<Refusal>;

const moves = { return: 'returned', check: 'checked', reopen: 'reopened' } as const;

export const reviewRoutes = new Routes()
  .get(reviewPaths.application, can.readApplications, (visit) => reviewPage(visit, emptyForm))
  .post(reviewPaths.checklist, can.checkApplication, async (visit) => {
    const form = await visit.form(z.object({ ticked: field.choices(), note: field.optionalText(5000) }));
    if (!form.ok) return reviewPage(visit, form.state, 'checklist');
    const input = { ...visit.params, vault: visit.tools.vault, ...form.values };
    await saveChecklist(visit.db, visit.who, input, visit.now);
    return visit.go(reviewPaths.application.to(visit.params), words[visit.lang].saved);
  })
  .post(reviewPaths.move, can.checkApplication, async (visit) => {
    const form = await visit.form(z.object({ reason: field.optionalText(5000) }));
    if (!form.ok) return reviewPage(visit, form.state, 'move');
    const { vault } = visit.tools;
    const { applicationId } = visit.params;
    const move = visit.params.move as keyof typeof moves;
    const input = { vault, applicationId, move, reason: form.values.reason };
    const moved = await moveInReview(visit.db, visit.who, input, visit.now);
    if (!moved.ok) return reviewPage(visit, refused(visit, moved, form.typed), 'move');
    return visit.go(reviewPaths.application.to({ applicationId }), words[visit.lang][moves[move]]);
  })
  .post(reviewPaths.ask, can.checkApplication, async (visit) => {
    const form = await visit.form(askForm);
    if (!form.ok) return reviewPage(visit, form.state, 'ask');
    const { reviewers: reviewerIds, each, dueOn } = form.values;
    const { publicUrl } = visit.tools;
    const applicationIds = [visit.params.applicationId];
    const asking = { publicUrl, applicationIds, reviewerIds, each, dueOn: dueOn || null };
    const asked = await askReviewers(visit.db, visit.who, asking, visit.now);
    if (!asked.ok) return reviewPage(visit, refused(visit, asked, form.typed), 'ask');
    return visit.go(reviewPaths.application.to(visit.params), words[visit.lang].askedDone(asked.value.asked));
  })
  .post(reviewPaths.end, can.checkApplication, async (visit) => {
    const ended = await endAssignment(visit.db, visit.who, visit.params, visit.now);
    if (ended.ok) return visit.go(reviewPaths.application.to(ended.value), words[visit.lang].ended);
    const { applicationId } = await inTransaction(visit.db, visit.who, (tx) =>
      findAssignment(tx, visit.params.assignmentId),
    );
    const again = { ...visit, params: { applicationId } };
    return reviewPage(again, refused(visit, ended, {}));
  })
  .get(reviewPaths.own, can.review, async (visit) => {
    const page = await inTransaction(visit.db, visit.who, async (tx) => (
      <OwnReviewsPage
        view={visit.view}
        assignments={await listOwnAssignments(tx, visit.person.personId)}
        callName={await callNames(tx, visit.lang)}
      />
    ));
    return visit.page(page);
  })
  .get(reviewPaths.assignment, can.review, (visit) => assignmentPage(visit, emptyForm))
  .post(reviewPaths.declare, can.review, async (visit) => {
    const form = await visit.form(z.object({ conflict: z.enum(['none', ...conflicts]) }));
    if (!form.ok) return assignmentPage(visit, form.state);
    const said = form.values.conflict;
    const conflict: Conflict | null = said === 'none' ? null : said;
    const { publicUrl } = visit.tools;
    const input = { ...visit.params, conflict, publicUrl };
    const declared = await declareInterest(visit.db, visit.person, input, visit.now);
    if (!declared.ok) return assignmentPage(visit, refused(visit, declared, form.typed));
    const o = ownWords[visit.lang];
    return conflict
      ? visit.go(reviewPaths.own.to({}), o.declaredConflict)
      : visit.go(reviewPaths.assignment.to(visit.params), o.declaredFree);
  })
  .post(reviewPaths.assignment, can.review, async (visit) => {
    const form = await visit.form(flatForm);
    if (!form.ok) return assignmentPage(visit, form.state);
    const done = textOf(form.typed, 'do') === 'done';
    const input = { ...visit.params, vault: visit.tools.vault, ...assessmentIn(form.typed), done };
    const saved = await saveAssessment(visit.db, visit.person, input, visit.now);
    if (!saved.ok) return assignmentPage(visit, refused(visit, saved, form.typed));
    const o = ownWords[visit.lang];
    return done
      ? visit.go(reviewPaths.own.to({}), o.handedIn)
      : visit.go(reviewPaths.assignment.to(visit.params), o.draftSaved);
  })
  .get(reviewPaths.paper, can.review, async (visit) => {
    const { assignmentId, paperId } = visit.params;
    await inTransaction(visit.db, visit.who, async (tx) => {
      const own = await ownAssignment(tx, visit, assignmentId);
      const paper = await findPaperRow(tx, paperId);
      if (paper.applicationId !== own.applicationId || paper.removedAt) throw new NotFound('grant paper');
    });
    const { vault, files } = visit.tools;
    return serve(visit, await readPaper(visit.db, visit.who, { paperId, vault, files }, visit.now));
  }).list;

async function ownAssignment(
  tx: Parameters<typeof findAssignment>[0],
  visit: Pick<Visit, 'person'>,
  assignmentId: string,
): Promise<Assignment> {
  const assignment = await findAssignment(tx, assignmentId);
  // An officer sees assignments too: these pages are the reviewer's own.
  if (assignment.reviewerId !== visit.person.personId || assignment.endedAt) throw new NotFound('assignment');
  return assignment;
}

/** Points in full-width digits are understood. */
function assessmentIn(typed: Typed) {
  const of = (part: string) =>
    Object.fromEntries(
      Object.keys(typed).flatMap((name) => {
        const [, code] = new RegExp(`^${part}\\.(.+)$`).exec(name) ?? [];
        return code ? [[code, textOf(typed, name).slice(0, 5000)]] : [];
      }),
    );
  const points = Object.fromEntries(
    Object.entries(of('points')).map(([code, text]) => [code, text.normalize('NFKC').trim()]),
  );
  const assessment = { points, words: of('words'), comment: textOf(typed, 'comment').slice(0, 5000) };
  return { from: Number(textOf(typed, 'from')) || 0, assessment };
}

function refused({ lang }: Pick<Visit, 'lang'>, answer: Refused, typed: Typed): FormState {
  const fields = {
    'nobody-chosen': 'reviewers',
    'nobody-left': 'reviewers',
    'reviewer-unknown': 'reviewers',
    'reason-missing': 'reason',
  };
  return refusedForm<Refusal>({ words: refusals, lang, refused: answer, typed, fields });
}

async function reviewPage(
  visit: ReviewVisit,
  state: FormState,
  tried?: ReviewProps['tried'],
): Promise<Response> {
  const { db, who, lang } = visit;
  const { vault } = visit.tools;
  const read = await inTransaction(db, who, (tx) =>
    readReview(tx, { vault, lang, applicationId: visit.params.applicationId }),
  );
  // Row-level security shows an application to its reviewers too: this page is the office's.
  mustWorkAt(who, read.application.bureauId);
  const names = await reviewerNames(
    db,
    read.assignments.map(({ reviewerId }) => reviewerId),
  );
  const page = (
    <ReviewPage
      view={visit.view}
      state={state}
      tried={tried}
      {...read}
      assignments={read.assignments.map((row) => ({ ...row, reviewer: names.get(row.reviewerId) ?? '' }))}
      reviewers={can.checkApplication.allows(who) ? await listReviewers(db) : undefined}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function assignmentPage(visit: AssignmentVisit, state: FormState): Promise<Response> {
  const { vault } = visit.tools;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const assignment = await ownAssignment(tx, visit, visit.params.assignmentId);
    const callName = (await callNames(tx, visit.lang))(assignment.callId);
    const frame = { view: visit.view, state, assignment, callName };
    if (assignment.state !== 'free' && assignment.state !== 'done') return <DeclarePage {...frame} />;
    const opened = await readApplication(tx, vault, assignment.applicationId);
    const stored = await findAssessment(tx, assignment.id);
    return (
      <AssessPage
        {...frame}
        terms={opened.terms}
        written={opened}
        askedYen={opened.application.askedYen}
        papers={await readPapers(tx, opened)}
        places={await listMunicipalities(tx)}
        assessment={openAssessment(vault, opened.application, stored?.sealed)}
        version={stored?.version ?? 0}
        open={isInReview(opened.application.state)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
