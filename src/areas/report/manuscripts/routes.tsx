import type { Result } from '#platform/result.ts';
import { emptyForm } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { z } from 'zod';
import { can } from '../access.ts';
import { staffReportPaths as paths } from '../paths.ts';
import {
  addSection,
  leaveOutSection,
  linkNumbers,
  markNumber,
  moveSection,
  restoreVersion,
  unmarkNumber,
  writeSection,
} from './actions.ts';
import { chartForms } from './edits.ts';
import { editRefusals, words } from './page-words.ts';
import { voiceKey } from './program-section.ts';
import type { EditRefusal } from './rules.ts';
import {
  editorPage,
  historyPage,
  type ManuscriptVisit,
  previewPage,
  sectionFacts,
  sectionPage,
  type SectionVisit,
} from './shown-pages.tsx';

const version = z.coerce.number().int().min(0);
const arrangeForm = z.object({
  version,
  section: field.text(200),
  act: z.enum(['up', 'down', 'in', 'out']),
});
const addForm = z.object({ version, headingJa: field.text(200), headingEn: field.optionalText(200) });
const numbersForm = z.object({
  version,
  act: z.enum(['link-all', 'link', 'mark', 'unmark']),
  where: field.optionalText(300),
  sentence: field.optionalText(20_000),
  nth: z.coerce.number().int().min(0).default(0),
  figure: field.optionalText(20),
  reason: field.optionalText(300),
});
const sectionForm = z.object({
  version,
  act: z.enum(['save', 'insert', 'insert-en']).default('save'),
  headingJa: field.optionalText(200),
  headingEn: field.optionalText(200),
  textJa: field.optionalText(20_000),
  textEn: field.optionalText(20_000),
  figure: field.optionalText(20),
  chart: z.enum(chartForms).default('own'),
  voices: z.array(z.string()).default([]),
  pictures: z.array(z.string()).default([]),
});
const restoreForm = z.object({ version, from: z.coerce.number().int().min(0) });

export const routes = new Routes()
  .get(paths.manuscript, can.readManuscript, (visit) => editorPage(visit, emptyForm))
  .post(paths.manuscriptArrange, can.editManuscript, async (visit) => {
    const form = await visit.form(arrangeForm);
    if (!form.ok) return editorPage(visit, form.state);
    const { act, ...rest } = form.values;
    const seen = { ...rest, editionId: visit.params.id };
    const done =
      act === 'in' || act === 'out'
        ? await leaveOutSection(visit.db, visit.who, { ...seen, isOut: act === 'out' }, visit.now)
        : await moveSection(visit.db, visit.who, { ...seen, by: act === 'up' ? -1 : 1 }, visit.now);
    return answer(visit, done, form.typed, words[visit.lang].saved);
  })
  .post(paths.manuscriptAdd, can.editManuscript, async (visit) => {
    const form = await visit.form(addForm);
    if (!form.ok) return editorPage(visit, form.state);
    const { headingJa, headingEn } = form.values;
    const done = await addSection(
      visit.db,
      visit.who,
      {
        editionId: visit.params.id,
        version: form.values.version,
        heading: { ja: headingJa, en: headingEn },
      },
      visit.now,
    );
    return answer(visit, done, form.typed, words[visit.lang].addDone);
  })
  .post(paths.manuscriptNumbers, can.editManuscript, numbers)
  .get(paths.manuscriptSection, can.editManuscript, (visit) => sectionPage(visit, emptyForm))
  .post(paths.manuscriptSection, can.editManuscript, saveSection)
  .get(paths.manuscriptPreview, can.readManuscript, previewPage)
  .get(paths.manuscriptHistory, can.readManuscript, (visit) => historyPage(visit, emptyForm))
  .post(paths.manuscriptRestore, can.editManuscript, async (visit) => {
    const form = await visit.form(restoreForm);
    if (!form.ok) return historyPage(visit, form.state);
    const input = { editionId: visit.params.id, ...form.values };
    const done = await restoreVersion(visit.db, visit.who, input, visit.now);
    if (!done.ok) return historyPage(visit, refused(visit, done, form.typed));
    return visit.go(paths.manuscriptHistory.to(visit.params), words[visit.lang].restored);
  }).list;

async function numbers(visit: ManuscriptVisit): Promise<Response> {
  const form = await visit.form(numbersForm);
  if (!form.ok) return editorPage(visit, form.state);
  const { act, version: seenVersion, where, sentence, nth, figure, reason } = form.values;
  const seen = { editionId: visit.params.id, version: seenVersion };
  const text = words[visit.lang];
  if (act === 'link-all') {
    const linked = await linkNumbers(visit.db, visit.who, seen, visit.now);
    return answer(visit, linked, form.typed, text.linked);
  }
  const number = { where, sentence, nth };
  const is = act === 'link' ? { figure } : { reason };
  const done =
    act === 'unmark'
      ? await unmarkNumber(visit.db, visit.who, { ...seen, mark: number }, visit.now)
      : await markNumber(visit.db, visit.who, { ...seen, mark: { ...number, is } }, visit.now);
  return answer(visit, done, form.typed, text.marked);
}

async function saveSection(visit: SectionVisit): Promise<Response> {
  const form = await visit.form(sectionForm);
  if (!form.ok) return sectionPage(visit, form.state);
  const { values, typed } = form;
  if (values.act !== 'save') return sectionPage(visit, { values: withFigure(typed, values), problems: [] });
  const { id, section } = visit.params;
  const { program } = await sectionFacts(visit);
  const choice = program && {
    chart: values.chart,
    voicesLeftOut: program.voices.map(voiceKey).filter((key) => !values.voices.includes(key)),
    picturesLeftOut: program.pictures
      .map(({ fileId }) => fileId)
      .filter((fileId) => !values.pictures.includes(fileId)),
  };
  const done = await writeSection(
    visit.db,
    visit.who,
    {
      editionId: id,
      version: values.version,
      section,
      heading: { ja: values.headingJa, en: values.headingEn },
      text: { ja: values.textJa, en: values.textEn },
      ...(choice ? { choice } : {}),
    },
    visit.now,
  );
  if (!done.ok) return sectionPage(visit, refused(visit, done, typed));
  return visit.go(paths.manuscript.to({ id }), words[visit.lang].saved);
}

/** The chosen number's name at the end of the text, everything typed as it was. */
function withFigure(typed: Typed, { act, figure, textJa, textEn }: z.output<typeof sectionForm>): Typed {
  if (figure === '') return typed;
  return act === 'insert-en'
    ? { ...typed, textEn: `${textEn}{${figure}}` }
    : { ...typed, textJa: `${textJa}{${figure}}` };
}

function refused(visit: Visit, done: Extract<Result<never, EditRefusal>, { ok: false }>, typed: Typed) {
  return refusedForm<EditRefusal>({ words: editRefusals, lang: visit.lang, refused: done, typed });
}

function answer(
  visit: ManuscriptVisit,
  done: Result<number, EditRefusal>,
  typed: Typed,
  notice: string,
): Promise<Response> | Response {
  if (!done.ok) return editorPage(visit, refused(visit, done, typed));
  return visit.go(paths.manuscript.to(visit.params), notice);
}
