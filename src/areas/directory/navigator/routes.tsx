import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { navigatorPaths } from '../paths.ts';
import { crisesOf } from './advice/rules.ts';
import { decideStep, freeAnswers, readAnswers, type Step } from './conversation/rules.ts';
import type { Answers } from './flow.ts';
import { InterludePage } from './pages/interlude.tsx';
import { NotSetPage } from './pages/not-set.tsx';
import { type Fields, talkOf, textOf } from './posted.ts';
import { type Guide, readGuide } from './read.ts';
import { questionOf, resultOf } from './shown.tsx';
import { words } from './words.ts';

/** Answers are small; whatever is larger did not come from our pages. */
const mostBytes = 65_536;

export const navigatorRoutes = new Routes()
  .publicPage(navigatorPaths.start, (visit) =>
    inTransaction(visit.db, visit.who, async (tx) => {
      const guide = await readGuide(tx);
      return guide ? start(visit, guide, {}) : visit.page(<NotSetPage view={visit.view} />);
    }),
  )
  .anonymousPost(
    navigatorPaths.start,
    async (visit) => {
      const posted = await readPosted(visit);
      return inTransaction(visit.db, visit.who, async (tx) => {
        const guide = await readGuide(tx);
        return guide ? answer(visit, tx, guide, posted) : visit.page(<NotSetPage view={visit.view} />);
      });
    },
    { maxBody: mostBytes },
  ).list;

async function readPosted(visit: Visit): Promise<Fields> {
  const form = await visit.form(z.record(z.string(), z.unknown()));
  return form.ok ? form.values : {};
}

async function answer(visit: Visit, tx: Tx, guide: Guide, fields: Fields): Promise<Response> {
  const { flow, known } = guide;
  const go = textOf(fields['go']);
  const on = textOf(fields['on']);
  const fromResult = fields['from'] === 'result';
  const given = readAnswers(flow, go === 'unsaid' ? { ...fields, place: 'unsaid' } : fields, known);
  const problems = problemsOf(visit, fields);
  const shown: Shown = { visit, guide, fields, fromResult };
  if (problems.problems.length > 0)
    return question(shown, decideStep(flow, given, { go: `edit:${on}`, on, fromResult }), problems);
  const step = decideStep(flow, given, { go, on, fromResult });
  if (step.show === 'start') return start(visit, guide, step.answers);
  if (step.show === 'result')
    return visit.page(await resultOf(tx, guide, talkOf(visit, step.answers, fields), visit.now));
  const crises = crisesOf(flow, step.answers);
  const isNew = crises.some((kind) => !seenOf(fields).includes(kind));
  if (isNew && (go === 'next' || go === ''))
    return visit.page(<InterludePage talk={talkOf(visit, step.answers, fields)} on={on} crises={crises} />);
  return question(shown, step, emptyForm);
}

interface Shown {
  readonly visit: Visit;
  readonly guide: Guide;
  readonly fields: Fields;
  readonly fromResult: boolean;
}

function question({ visit, guide, fields, fromResult }: Shown, step: Step, state: FormState) {
  if (step.show !== 'question') return start(visit, guide, step.answers);
  const isEdit = fromResult || (textOf(fields['go']).startsWith('edit:') && textOf(fields['on']) === '');
  const page = questionOf(guide, {
    talk: talkOf(visit, step.answers, fields),
    question: step.question,
    state,
    first: false,
    fromResult: isEdit,
    seen: seenOf(fields),
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

function start(visit: Visit, guide: Guide, answers: Answers) {
  const [first] = guide.flow.questions;
  if (!first) throw new Error('a flow without questions is never saved');
  const talk = talkOf(visit, answers, {});
  return visit.page(
    questionOf(guide, { talk, question: first, state: emptyForm, first: true, fromResult: false, seen: [] }),
  );
}

function seenOf(fields: Fields): readonly string[] {
  const seen = fields['seen'];
  return (Array.isArray(seen) ? seen : [seen]).filter((each) => typeof each === 'string');
}

/** Words that are too long come back whole, with what is wrong beside them. */
function problemsOf(visit: Visit, fields: Fields): FormState {
  const written = Array.isArray(fields['words']) ? fields['words'][0] : fields['words'];
  const typed = textOf(written);
  if (typed.length <= freeAnswers.words) return emptyForm;
  const message = words[visit.lang].wordsTooLong(freeAnswers.words);
  return { values: { words: typed }, problems: [{ field: 'words', message }] };
}
