import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { lookAtCase, type OpenedCase } from '../case-files/read.ts';
import type { Form, FormCode, FormSet } from '../forms/form.ts';
import { formCodes } from '../forms/form.ts';
import { formSetFor } from '../forms/read.ts';
import { fieldsOf, formOf, listOf } from '../forms/rules.ts';
import { fieldClasses, mayDo } from '../relations/rules.ts';
import { readAnswers } from './actions.ts';
import type { Asked } from './pages/fields.tsx';
import { type Answers, listed, type Piece, piecesOf, together } from './rules.ts';
import { answeredFacts, answerText, knownFacts } from './shown.ts';

export type AnswerVisit = Visit<{ caseId: string; form: string }>;

/** A form of a case as one reader may see it. */
export async function openForm(visit: AnswerVisit) {
  const { db, who, person, tools, params, lang, now } = visit;
  const code = params.form as FormCode;
  return inTransaction(db, who, async (tx) => {
    const look = { who: person, vault: tools.vault, caseId: params.caseId, what: code };
    const opened = await lookAtCase(tx, look, now);
    const { caseFile, standing } = opened;
    const set = await formSetFor(tx, caseFile.receivedOn);
    const form = formOf(set, code);
    if (!form) throw new NotFound('form');
    const stored = await readAnswers(tx, tools.vault, { caseFile, forms: formCodes });
    const all = new Map(
      set.forms.map((each) => [
        each.code,
        together(piecesOf(set, each), stored.get(each.code)?.answers ?? new Map()),
      ]),
    );
    const seen = fieldClasses.filter((each) => mayDo(standing, 'see', each));
    const written = caseFile.closedOn ? [] : fieldClasses.filter((each) => mayDo(standing, 'write', each));
    const pieces = piecesOf(set, form);
    const mayWrite = pieces.some((piece) => written.includes(piece.class));
    const shown = pieces.filter((piece) => (mayWrite ? written : seen).includes(piece.class));
    return {
      ...opened,
      set,
      form,
      seen,
      mayWrite,
      hides: shown.length < pieces.length,
      mayPrint: mayDo(standing, 'export', 'basic'),
      answers: all.get(code) ?? {},
      asked: askedOf(lang, { set, form, shown, all }),
      known: knownFacts(lang, set, { ...opened, municipalities: await listMunicipalities(tx) }),
      before: earlierFacts(lang, { set, form, all }),
      last: stored.get(code)?.last,
    };
  });
}

export type OpenedForm = Awaited<ReturnType<typeof openForm>> & OpenedCase;

interface Told {
  readonly set: FormSet;
  readonly form: Form;
  readonly all: ReadonlyMap<FormCode, Answers>;
}

function askedOf(
  lang: Lang,
  { set, form, shown, all }: Told & { shown: readonly Piece[] },
): ReadonlyMap<string, readonly Asked[]> {
  const answers = all.get(form.code) ?? {};
  return new Map(
    form.parts.map(({ code, fields }) => [
      code,
      fields.flatMap((field): readonly Asked[] => {
        const stored = answers[field.code];
        const own = shown.filter((piece) => piece.field.code === field.code);
        const answered = listed(stored);
        if (own.length === 0 || (field.retired && answered.length === 0)) return [];
        const mine = own.flatMap((piece) => piece.options);
        const options = listOf(set, field.list).options.filter(
          (option) => mine.includes(option) && (!option.retired || answered.includes(option.code)),
        );
        const before = heardBefore(lang, { set, all }, field.earlier);
        const same = before && before.list === field.list ? before.answer : undefined;
        const answer = answered.length === 0 ? same : stored;
        const text = answerText(lang, set, field, stored);
        return [{ field, options, answer, stored, text, heard: before?.text ?? '' }];
      }),
    ]),
  );
}

/** `reception.insurance`: what was answered there, and in words. */
function heardBefore(lang: Lang, { set, all }: Omit<Told, 'form'>, earlier: string | undefined) {
  const [code, name] = (earlier ?? '').split('.');
  const form = set.forms.find((each) => each.code === code);
  const field = form && fieldsOf(form).find((each) => each.code === name);
  const answer = form && all.get(form.code)?.[name ?? ''];
  if (!field || listed(answer).length === 0) return undefined;
  return { list: field.list, answer, text: answerText(lang, set, field, answer) };
}

/** What the forms before this one already tell. */
function earlierFacts(lang: Lang, { set, form, all }: Told) {
  return set.forms
    .slice(0, set.forms.indexOf(form))
    .flatMap((each) => answeredFacts(lang, set, { form: each, answers: all.get(each.code) ?? {} }));
}
