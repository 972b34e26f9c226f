import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { fiscalYearName } from '#platform/dates.ts';
import { isLang } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { findEdition, listEditionPrograms } from '../editions/store.ts';
import { words as editionWords } from '../editions/words.ts';
import { staffReportPaths } from '../paths.ts';
import { ownChoice } from './edits.ts';
import { allSections, figuresIn, manuscriptOf, toolsFor } from './manuscript-of.ts';
import { checkNumbers } from './open-numbers.ts';
import { EditorPage } from './pages/editor.tsx';
import { HistoryPage } from './pages/history.tsx';
import { ManuscriptPreviewPage } from './pages/preview.tsx';
import { SectionPage } from './pages/section.tsx';
import { sectionOf } from './printed.ts';
import { findEdits, listVersions } from './store.ts';

export type ManuscriptVisit = Visit<{ id: string }>;
export type SectionVisit = Visit<{ id: string; section: string }>;

async function facts({ db, who, lang, params }: ManuscriptVisit) {
  const found = await inTransaction(db, who, async (tx) => {
    const edition = await findEdition(tx, params.id);
    const programs = await listEditionPrograms(tx, params.id);
    return { edition, programs, ...(await findEdits(tx, params.id)) };
  });
  const { edition, programs } = found;
  const text = editionWords[lang];
  const title = text.editionTitle(
    fiscalYearName(lang, edition.fiscalYear),
    text.kinds[edition.kind],
    edition.number,
  );
  const content = { head: edition.content, programs };
  return { ...found, content, title, printing: { number: edition.number, publishedOn: edition.publishedOn } };
}

export async function editorPage(visit: ManuscriptVisit, state: FormState): Promise<Response> {
  const { edition, content, edits, version: current, title, printing } = await facts(visit);
  const check = checkNumbers(content, edits);
  const tools = toolsFor(content, edits, visit.lang);
  return visit.page(
    <EditorPage
      view={visit.view}
      id={edition.id}
      title={title}
      version={current}
      editable={edition.status === 'draft' && can.editManuscript.allows(visit.who)}
      sections={allSections(content, edits, tools, printing).map((section) => ({
        ...section,
        isOut: edits.leftOut.includes(section.id),
        open: check.open.filter(({ text }) => text.section === section.id).length,
      }))}
      check={check}
      figures={tools.figures}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

export async function sectionFacts(visit: SectionVisit) {
  const { section } = visit.params;
  const known = await facts(visit);
  const program = known.programs.find((each) => sectionOf(each) === section);
  return { ...known, program };
}

export async function sectionPage(visit: SectionVisit, state: FormState): Promise<Response> {
  const { lang, params } = visit;
  const { edition, content, edits, version: current, title, printing, program } = await sectionFacts(visit);
  const tools = toolsFor(content, edits, lang);
  const section = allSections(content, edits, tools, printing).find(({ id }) => id === params.section);
  if (!section) throw new NotFound('section');
  // What is no draft any more is not offered to be written; what was typed before it was proposed comes back.
  if (edition.status !== 'draft' && state.problems.length === 0)
    return visit.go(staffReportPaths.manuscript.to({ id: edition.id }));
  const none = { ja: '', en: '' };
  return visit.page(
    <SectionPage
      view={visit.view}
      id={edition.id}
      title={title}
      version={current}
      section={section}
      heading={edits.headings[section.id] ?? none}
      text={edits.texts[section.id] ?? none}
      program={program}
      choice={(program && edits.programs[program.slug]) ?? ownChoice}
      figures={Object.values(figuresIn(content, lang))}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

export async function previewPage(visit: ManuscriptVisit): Promise<Response> {
  const { edition, content, edits, title, printing } = await facts(visit);
  const asked = visit.query('text');
  const lang = isLang(asked) ? asked : visit.lang;
  return visit.page(
    <ManuscriptPreviewPage
      view={visit.view}
      id={edition.id}
      title={title}
      manuscript={manuscriptOf(content, edits, lang, printing)}
      excused={checkNumbers(content, edits).excused}
    />,
  );
}

export async function historyPage(visit: ManuscriptVisit, state: FormState): Promise<Response> {
  const { edition, version: current, title } = await facts(visit);
  const versions = await inTransaction(visit.db, visit.who, (tx) => listVersions(tx, edition.id));
  return visit.page(
    <HistoryPage
      view={visit.view}
      id={edition.id}
      title={title}
      version={current}
      editable={edition.status === 'draft' && can.editManuscript.allows(visit.who)}
      versions={versions}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
