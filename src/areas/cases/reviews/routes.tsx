import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import type { CaseRefusal } from '../case-files/rules.ts';
import { listsFor } from '../forms/read.ts';
import { planPaths } from '../paths.ts';
import { openPlan } from '../plans/read.ts';
import { findLastPlan } from '../plans/store.ts';
import { mayDo } from '../relations/rules.ts';
import { groupNames } from './codes.ts';
import { confirmReview, reviewTexts, writeReview } from './actions.ts';
import { type OpenReview, ReviewPage } from './pages/review.tsx';
import type { ReviewRefusal } from './rules.ts';
import { findReviewCase, listReviews } from './store.ts';
import { refusals, words } from './words.ts';

const optionalDay = () =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), z.iso.date().nullable());
const reviewForm = z.object({
  version: field.whole(),
  heldOn: field.day(),
  metOn: optionalDay(),
  outcome: z.string().max(20).default(''),
  reason: z.string().max(20).default(''),
  reached: field.optionalText(4000),
  left: field.optionalText(4000),
  personSays: field.optionalText(4000),
  'changes.ties': field.choices(),
  'changes.money': field.choices(),
  'changes.work': field.choices(),
  'changes.else': field.choices(),
});

type CaseVisit = Visit<{ caseId: string }>;
interface Refused {
  readonly ok: false;
  readonly refusal: ReviewRefusal | CaseRefusal;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export const reviewRoutes = new Routes()
  .get(planPaths.review, can.readCases, (visit) => reviewPage(visit, emptyForm))
  .post(planPaths.review, can.writeCase, async (visit) => {
    const form = await visit.form(reviewForm);
    if (!form.ok) return reviewPage(visit, form.state);
    const { values } = form;
    const changes = groupNames.flatMap((group) => values[`changes.${group}`]);
    const input = { vault: visit.tools.vault, ...visit.params, ...values, changes };
    const saved = await writeReview(visit.db, visit.who, input, visit.now);
    if (!saved.ok) return reviewPage(visit, refused(visit, saved, form.typed), values.version);
    const t = words[visit.lang];
    return visit.go(planPaths.review.to(visit.params), saved.value.confirmedOn ? t.savedConfirmed : t.saved);
  })
  .post(planPaths.confirm, can.superviseCases, async (visit) => {
    const { reviewId } = visit.params;
    const caseId = await inTransaction(visit.db, visit.who, (tx) => findReviewCase(tx, reviewId));
    const confirmed = await confirmReview(visit.db, visit.who, { reviewId }, visit.now);
    if (confirmed.ok) return visit.go(planPaths.review.to({ caseId }), words[visit.lang].confirmed);
    return reviewPage({ ...visit, person: visit.person, params: { caseId } }, refused(visit, confirmed, {}));
  }).list;

function refused({ lang }: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'outcome-missing': 'outcome',
    'reason-missing': 'reason',
    'changes-missing': 'changes.ties',
    'changes-contradict': 'changes.else',
    'reached-missing': 'reached',
    'day-order': 'heldOn',
  } as const;
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

/** `typedVersion`: of which version a refused form was made. */
async function reviewPage(visit: CaseVisit, state: FormState, typedVersion?: number): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const { vault } = tools;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const opened = await lookAtCase(tx, { who, vault, caseId: params.caseId, what: 'review' }, now);
    const { caseFile } = opened;
    const plan = await findLastPlan(tx, caseFile.id);
    const goal = plan ? (await openPlan(tx, { vault, caseFile, plan })).texts.goal : '';
    const reviews = (await listReviews(tx, caseFile.id)).map(
      (review): OpenReview => ({ ...review, ...reviewTexts(vault, caseFile, review) }),
    );
    return { ...opened, plan, goal, reviews, lists: await listsFor(tx, caseFile) };
  });
  const { caseFile, plan, reviews } = shown;
  const review = reviews.find(({ planId }) => planId === plan?.id);
  const mayWrite = mayDo(shown.standing, 'write', 'basic') && !caseFile.closedOn;
  const version = review?.version ?? 0;
  const isBehind = typedVersion !== undefined && typedVersion !== version;
  return visit.page(
    <ReviewPage
      view={view}
      state={state}
      caseFile={caseFile}
      round={plan?.round ?? 0}
      goal={shown.goal}
      review={review}
      past={reviews.filter(({ id }) => id !== review?.id)}
      mayWrite={mayWrite && plan !== undefined && !review?.confirmedOn}
      mayConfirm={
        review !== undefined && !review.confirmedOn && supervises(visit.who, caseFile.organisationId)
      }
      conflictAt={isBehind && review ? tokyoMinute(review.writtenAt) : undefined}
      version={version}
      lists={shown.lists}
      today={tokyoDay(now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
