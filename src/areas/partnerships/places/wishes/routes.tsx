import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { placePaths, placeStaffPaths } from '../../paths.ts';
import { findOwnPlace, findPlace } from '../read.ts';
import { answerWish, endWish, openWish, readAnswers, settleAnswer } from './actions.ts';
import { WishesPage, WishPage } from './pages/staff.tsx';
import { AnswerPage } from './pages/wishes.tsx';
import { isOpen, wishKinds, type WishRefusal } from './rules.ts';
import { findWish, listWishes } from './store.ts';
import { refusals, words } from './words.ts';

const newForm = z.object({
  kind: field.choice(wishKinds),
  title: field.text(80),
  detail: field.optionalText(600),
  wanted: field.wholeOrNull({ min: 1, max: 100_000 }),
  unit: field.optionalText(10),
  untilOn: field.day(),
});
const answerForm = z.object({
  name: field.text(60),
  reach: field.text(120),
  amount: field.wholeOrNull({ min: 1, max: 10_000 }),
  words: field.optionalText(500),
  nickname: z.string().default(''),
});
const settleForm = z.object({ to: field.choice(['agreed', 'declined']) });

type PlaceVisit = Visit<{ serviceId: string }>;
type WishVisit = Visit<{ serviceId: string; wishId: string }>;
const fields = { 'until-over': 'untilOn', 'until-too-far': 'untilOn', 'reach-wrong': 'reach' } as const;

/** Answers from one place within ten minutes. */
const limit = new RateLimit(6, { minutes: 10 });
const mayAnswer = ({ c, tools, now }: Visit) => limit.allows(clientOf(c, tools.config.TRUSTED_PROXIES), now);

export const wishRoutes = new Routes()
  .anonymousPage(placePaths.wish, (visit) =>
    answerPage(visit, emptyForm, visit.query('done') ? 'done' : undefined),
  )
  .anonymousPost(placePaths.wish, async (visit) => {
    const form = await visit.form(answerForm);
    if (!form.ok) return answerPage(visit, form.state);
    const { nickname, amount, ...said } = form.values;
    const done = placePaths.wish.to(visit.params, { done: 1 });
    if (nickname) return visit.go(done);
    if (!mayAnswer(visit)) return answerPage(visit, emptyForm, 'too-many');
    const { vault, publicUrl } = visit.tools;
    const input = { ...visit.params, ...said, amount: amount ?? 1, vault, publicUrl };
    const taken = await answerWish(visit.db, input, visit.now);
    return taken.ok ? visit.go(done) : answerPage(visit, refused(visit, taken, form.typed));
  })
  .get(placeStaffPaths.wishes, can.operatePlace, (visit) => wishesPage(visit, emptyForm))
  .post(placeStaffPaths.wishes, can.operatePlace, async (visit) => {
    const form = await visit.form(newForm);
    if (!form.ok) return wishesPage(visit, form.state);
    const asked = await openWish(visit.db, visit.who, { ...visit.params, ...form.values }, visit.now);
    if (!asked.ok) return wishesPage(visit, refused(visit, asked, form.typed));
    return visit.go(placeStaffPaths.wishes.to(visit.params), words[visit.lang].asked);
  })
  .get(placeStaffPaths.wish, can.operatePlace, (visit) => wishPage(visit, emptyForm))
  .post(placeStaffPaths.endWish, can.operatePlace, async (visit) => {
    await endWish(visit.db, visit.who, visit.params, visit.now);
    return visit.go(placeStaffPaths.wishes.to(visit.params), words[visit.lang].ended);
  })
  .post(placeStaffPaths.answer, can.operatePlace, async (visit) => {
    const form = await visit.form(settleForm);
    if (!form.ok) return wishPage(visit, form.state);
    const done = await settleAnswer(visit.db, visit.who, { ...visit.params, ...form.values }, visit.now);
    if (!done.ok) return wishPage(visit, refused(visit, done, form.typed));
    const t = words[visit.lang];
    return visit.go(placeStaffPaths.wish.to(visit.params), done.value.enough ? t.enough : t.settled);
  }).list;

function refused({ lang }: Visit, answer: RefusedWith<WishRefusal>, typed: Typed): FormState {
  return refusedForm<WishRefusal>({ words: refusals, lang, refused: answer, typed, fields });
}

async function answerPage(visit: WishVisit, state: FormState, said?: 'done' | 'too-many'): Promise<Response> {
  const { db, who, params, lang, now } = visit;
  const { service, wish } = await inTransaction(db, who, async (tx) => ({
    service: await findPlace(tx, params.serviceId),
    wish: await findWish(tx, params),
  }));
  const is = said ?? (isOpen(wish, tokyoDay(now)) ? 'open' : 'over');
  const place = { id: service.id, name: contentIn(lang, service.content.name) };
  const status = said === 'too-many' ? 429 : state.problems.length > 0 ? 422 : 200;
  return visit.page(<AnswerPage view={visit.view} state={state} place={place} wish={wish} is={is} />, status);
}

async function wishesPage(visit: PlaceVisit, state: FormState): Promise<Response> {
  const { db, who, params, lang, now } = visit;
  const shown = await inTransaction(db, who, async (tx) => {
    const { id, content } = await findOwnPlace(tx, who, params.serviceId);
    return { place: { id, name: contentIn(lang, content.name) }, wishes: await listWishes(tx, id) };
  });
  const page = <WishesPage view={visit.view} state={state} today={tokyoDay(now)} {...shown} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function wishPage(visit: WishVisit, state: FormState): Promise<Response> {
  const { db, who, params, lang, now, tools } = visit;
  const shown = await inTransaction(db, who, async (tx) => {
    const { id, content } = await findOwnPlace(tx, who, params.serviceId);
    const wish = await findWish(tx, params);
    const answers = await readAnswers(tx, { vault: tools.vault, ...params }, now);
    return { place: { id, name: contentIn(lang, content.name) }, wish, answers };
  });
  const page = <WishPage view={visit.view} state={state} today={tokyoDay(now)} {...shown} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
