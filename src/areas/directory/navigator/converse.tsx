import type { Tx } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { crisesOf } from './advice/rules.ts';
import { decideStep, freeAnswers, readAnswers, type Step } from './conversation/rules.ts';
import type { Answers } from './flow.ts';
import { InterludePage } from './pages/interlude.tsx';
import { type Fields, talkOf as talkAt, textOf } from './posted.ts';
import type { Guide } from './read.ts';
import { questionOf, resultOf } from './shown.tsx';
import { words } from './words.ts';

/** What a step of a conversation is made from. `preview`: of a draft, walked by those who write it. */
export interface Walk {
  readonly visit: Visit;
  readonly guide: Guide;
  readonly preview?: boolean;
}

/** The first page. */
export function start(walk: Walk, answers: Answers = {}) {
  const { guide } = walk;
  const [first] = guide.flow.questions;
  if (!first) throw new Error('a flow without questions is never saved');
  const talk = talkOf(walk, answers, {});
  return walk.visit.page(
    questionOf(guide, { talk, question: first, state: emptyForm, first: true, fromResult: false, seen: [] }),
  );
}

/** The page that follows what was posted. */
export async function answer(walk: Walk, tx: Tx, fields: Fields): Promise<Response> {
  const { visit, guide } = walk;
  const { flow, known } = guide;
  const go = textOf(fields['go']);
  const on = textOf(fields['on']);
  const fromResult = fields['from'] === 'result';
  const given = readAnswers(flow, go === 'unsaid' ? { ...fields, place: 'unsaid' } : fields, known);
  const problems = problemsOf(visit, fields);
  const shown: Shown = { ...walk, fields, fromResult };
  if (problems.problems.length > 0)
    return question(shown, decideStep(flow, given, { go: `edit:${on}`, on, fromResult }), problems);
  const step = decideStep(flow, given, { go, on, fromResult });
  if (step.show === 'start') return start(walk, step.answers);
  if (step.show === 'result')
    return visit.page(await resultOf(tx, guide, talkOf(walk, step.answers, fields), visit.now));
  const crises = crisesOf(flow, step.answers);
  const isNew = crises.some((kind) => !seenOf(fields).includes(kind));
  if (isNew && (go === 'next' || go === ''))
    return visit.page(<InterludePage talk={talkOf(walk, step.answers, fields)} on={on} crises={crises} />);
  return question(shown, step, emptyForm);
}

interface Shown extends Walk {
  readonly fields: Fields;
  readonly fromResult: boolean;
}

function talkOf({ visit, preview = false }: Walk, answers: Answers, fields: Fields) {
  return { ...talkAt(visit, answers, fields), preview };
}

function question(shown: Shown, step: Step, state: FormState) {
  const { visit, guide, fields, fromResult } = shown;
  if (step.show !== 'question') return start(shown, step.answers);
  const isEdit = fromResult || (textOf(fields['go']).startsWith('edit:') && textOf(fields['on']) === '');
  const page = questionOf(guide, {
    talk: talkOf(shown, step.answers, fields),
    question: step.question,
    state,
    first: false,
    fromResult: isEdit,
    seen: seenOf(fields),
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
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
