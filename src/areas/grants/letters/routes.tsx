import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { findOrganisation, listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, officesOf, worksAt } from '../access.ts';
import { findApplication } from '../applications/store.ts';
import { letterPaths } from '../paths.ts';
import { discardTemplate, publishTemplate, saveLetterOffice, saveTemplate, standing } from './actions.ts';
import { exampleLetter } from './example.ts';
import { openLetter } from './issue.ts';
import { LetterPage } from './pages/letter.tsx';
import { LetterOfficePage } from './pages/office.tsx';
import { RegisterPage } from './pages/register.tsx';
import { TemplatePage } from './pages/template.tsx';
import { plainSymbol, type TemplateRefusal } from './rules.ts';
import { standardTemplates } from './standard.ts';
import { findLetter, findLetterOffice, listDocuments, listNumberYears, listTemplates } from './store.ts';
import type { LetterKind } from './kinds/rules.ts';
import { refusals, words } from './words.ts';

const pageSize = 100;
const officeForm = z.object({
  symbol: field.text(8),
  issuerJa: field.text(100),
  issuerEn: field.optionalText(100),
});
const templateForm = z.object({
  version: field.whole(),
  titleJa: field.optionalText(100),
  titleEn: field.optionalText(100),
  bodyJa: field.optionalText(5000),
  bodyEn: field.optionalText(5000),
  conditionsJa: field.optionalText(100),
  conditionsEn: field.optionalText(100),
  appealJa: field.optionalText(5000),
  appealEn: field.optionalText(5000),
});

type TemplateVisit = Visit<{ bureauId: string; kind: string }>;
type Answer = { ok: true } | ({ ok: false } & RefusedWith<TemplateRefusal>);

export const letterRoutes = new Routes()
  .get(letterPaths.register, can.readApplications, registerPage)
  .get(letterPaths.letter, can.readApplications, async (visit) => {
    const { vault } = visit.tools;
    const shown = await inTransaction(visit.db, visit.who, async (tx) => {
      const { document, letter } = await findLetter(tx, visit.params.documentId);
      if (!letter) return { document, letter };
      const content = openLetter(vault, await findApplication(tx, letter.applicationId), letter);
      return { document, letter: { ...letter, content } };
    });
    return visit.page(<LetterPage view={visit.view} {...shown} />);
  })
  .get(letterPaths.office, can.readApplications, (visit) => officePage(visit, emptyForm))
  .post(letterPaths.office, can.writeLetters, async (visit) => {
    const form = await visit.form(officeForm);
    if (!form.ok) return officePage(visit, form.state);
    const { symbol, issuerJa: ja, issuerEn: en } = form.values;
    const input = { ...visit.params, symbol, issuer: { ja, en } };
    const saved = await saveLetterOffice(visit.db, visit.who, input, visit.now);
    if (saved.ok) return visit.go(letterPaths.office.to(visit.params), words[visit.lang].saved);
    return officePage(visit, refused(visit, saved, form.typed));
  })
  .get(letterPaths.template, can.readApplications, (visit) => templatePage(visit, emptyForm))
  .post(letterPaths.template, can.writeLetters, async (visit) => {
    const form = await visit.form(templateForm);
    if (!form.ok) return templatePage(visit, form.state);
    const v = form.values;
    const template = {
      title: { ja: v.titleJa, en: v.titleEn },
      body: { ja: v.bodyJa, en: v.bodyEn },
      conditions: { ja: v.conditionsJa, en: v.conditionsEn },
      appeal: { ja: v.appealJa, en: v.appealEn },
    };
    const input = { ...placeOf(visit), version: v.version, template };
    const saved = await saveTemplate(visit.db, visit.who, input, visit.now);
    return back(visit, saved, { typed: form.typed, notice: words[visit.lang].saved });
  })
  .post(letterPaths.publish, can.publishLetters, async (visit) => {
    const form = await visit.form(z.object({ version: field.whole() }));
    const version = form.ok ? form.values.version : -1;
    const published = await publishTemplate(visit.db, visit.who, { ...placeOf(visit), version }, visit.now);
    return back(visit, published, { typed: {}, notice: words[visit.lang].published });
  })
  .post(letterPaths.discard, can.writeLetters, async (visit) => {
    const gone = await discardTemplate(visit.db, visit.who, placeOf(visit), visit.now);
    return back(visit, gone, { typed: {}, notice: words[visit.lang].discarded });
  }).list;

const placeOf = ({ params }: TemplateVisit) => ({ ...params, kind: params.kind as LetterKind });

function back(visit: TemplateVisit, answer: Answer, { typed, notice }: { typed: Typed; notice: string }) {
  if (answer.ok) return visit.go(letterPaths.template.to(visit.params), notice);
  return templatePage(visit, refused(visit, answer, typed));
}

function refused(
  { lang }: Pick<Visit, 'lang'>,
  answer: Exclude<Answer, { ok: true }>,
  typed: Typed,
): FormState {
  const fields = {
    'title-missing': 'titleJa',
    'body-missing': 'bodyJa',
    'appeal-missing': 'appealJa',
    'place-unknown': 'bodyJa',
    'place-missing': 'bodyJa',
    'symbol-form': 'symbol',
    'issuer-missing': 'issuerJa',
  };
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

function mustRead({ who }: Pick<Visit, 'who'>, bureauId: string): void {
  if (!worksAt(who, bureauId)) throw new Forbidden(can.readApplications.name);
}

async function registerPage(visit: Visit): Promise<Response> {
  const { who, lang } = visit;
  const own = officesOf(who);
  const shown = await inTransaction(visit.db, who, async (tx) => {
    const years = await listNumberYears(tx, own);
    const asked = { bureauId: visit.query('office'), fiscalYear: Number(visit.query('year')) };
    const at =
      years.find(
        ({ bureauId, fiscalYear }) =>
          bureauId === asked.bureauId && (fiscalYear === asked.fiscalYear || !asked.fiscalYear),
      ) ?? years[0];
    const latest = { bureauId: own[0] ?? '', fiscalYear: fiscalYearOf(tokyoDay(visit.now)) };
    const below = Number(visit.query('below'));
    const documents = at
      ? await listDocuments(tx, { ...at, ...(below > 0 && { below }), most: pageSize + 1 })
      : [];
    const offices = (await listOrganisations(tx)).filter(({ id }) => own.includes(id));
    return { years, shown: at ?? latest, documents, offices };
  });
  const page = shown.documents.slice(0, pageSize);
  return visit.page(
    <RegisterPage
      view={visit.view}
      years={shown.years}
      shown={shown.shown}
      documents={page}
      next={shown.documents.length > pageSize ? page.at(-1)?.serial : undefined}
      offices={shown.offices.map(({ id, nameJa, nameEn }) => ({
        id,
        name: (lang === 'en' && nameEn) || nameJa,
      }))}
    />,
  );
}

async function officePage(visit: Visit<{ bureauId: string }>, state: FormState): Promise<Response> {
  const { bureauId } = visit.params;
  mustRead(visit, bureauId);
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const { nameJa, nameEn } = await findOrganisation(tx, bureauId);
    return (
      <LetterOfficePage
        view={visit.view}
        state={state}
        bureauId={bureauId}
        name={(visit.lang === 'en' && nameEn) || nameJa}
        office={await findLetterOffice(tx, bureauId)}
        plain={{ symbol: plainSymbol, issuerJa: nameJa, issuerEn: nameEn ?? '' }}
        templates={await listTemplates(tx, bureauId)}
        mayWrite={can.writeLetters.allows(visit.who)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function templatePage(visit: TemplateVisit, state: FormState): Promise<Response> {
  const { bureauId, kind } = placeOf(visit);
  mustRead(visit, bureauId);
  const today = tokyoDay(visit.now);
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const rows = (await listTemplates(tx, bureauId)).filter((row) => row.kind === kind);
    const { draft, held } = standing(rows);
    const template = (draft ?? held)?.content ?? standardTemplates[kind];
    const { nameJa, nameEn } = await findOrganisation(tx, bureauId);
    const office = await findLetterOffice(tx, bureauId);
    const issuer = office?.issuer ?? { ja: nameJa, en: nameEn ?? nameJa };
    const symbol = office?.symbol ?? plainSymbol;
    const preview = exampleLetter({ template, issuer, symbol, today, fiscalYear: fiscalYearOf(today) });
    return (
      <TemplatePage
        view={visit.view}
        state={state}
        bureauId={bureauId}
        kind={kind}
        template={template}
        version={rows[0]?.version ?? 0}
        hasDraft={draft !== undefined}
        preview={preview}
        mayWrite={can.writeLetters.allows(visit.who)}
        mayPublish={can.publishLetters.allows(visit.who) && draft?.editedBy !== visit.person.personId}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
