import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { checkForm, field, formProblem } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises, worksAt } from '../access.ts';
import { deskPaths } from '../paths.ts';
import { dropPhrase, keepPhrase } from './actions.ts';
import { PhrasesPage } from './pages/phrases.tsx';
import { listPhrases } from './store.ts';
import { refusals, words } from './words.ts';

type DeskVisit = Visit<{ deskId: string }>;

const posted = z.record(z.string().max(60), z.string().max(10_000));
const phraseForm = z.object({
  code: z
    .string()
    .refine(
      (code) => /^[a-z0-9-]{1,20}$/.test(code),
      formProblem({ ja: words.ja.codeWrong, en: words.en.codeWrong }),
    ),
  title: field.text(60),
  text: field.text(2000),
  position: field.whole({ max: 100_000 }),
});

export const phraseRoutes = new Routes()
  .get(deskPaths.phrases, can.readDesk, (visit) => phrasesPage(visit, emptyForm))
  .post(deskPaths.phrases, can.runDesk, (visit) => keep(visit))
  .post(deskPaths.phrase, can.runDesk, (visit) => keep(visit, visit.params.phraseId)).list;

async function keep(visit: DeskVisit, id?: string): Promise<Response> {
  const { deskId } = visit.params;
  const { lang } = visit;
  const back = deskPaths.phrases.to({ deskId });
  const form = await visit.form(posted);
  if (!form.ok) return phrasesPage(visit, form.state, id);
  const prefix = form.values['prefix'] ?? '';
  const own = Object.fromEntries(
    Object.entries(form.values).map(([name, value]) => [name.replace(prefix, ''), value]),
  );
  if (id && own['do'] === 'remove') {
    await dropPhrase(visit.db, visit.person, { deskId, id }, visit.now);
    return visit.go(back, words[lang].removed);
  }
  const read = checkForm(phraseForm, own, own, lang);
  if (!read.ok) return phrasesPage(visit, read.state, id);
  const kept = await keepPhrase(visit.db, visit.person, { deskId, id, ...read.values }, visit.now);
  if (kept.ok) return visit.go(back, words[lang].saved);
  const fields = { 'placeholder-unknown': 'text', 'phrase-code-taken': 'code' };
  return phrasesPage(visit, refusedForm({ words: refusals, lang, refused: kept, typed: own, fields }), id);
}

async function phrasesPage(visit: DeskVisit, state: FormState, typedAt?: string): Promise<Response> {
  const { deskId } = visit.params;
  if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
  const phrases = await inTransaction(visit.db, visit.who, (tx) => listPhrases(tx, deskId));
  return visit.page(
    <PhrasesPage
      view={visit.view}
      deskId={deskId}
      phrases={phrases}
      mayChange={supervises(visit.who, deskId)}
      state={state}
      typedAt={typedAt}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
