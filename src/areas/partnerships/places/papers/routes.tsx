import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listServicesByIds } from '#areas/directory/index.ts';
import { can } from '../../access.ts';
import { placeStaffPaths } from '../../paths.ts';
import { countPlaces } from '../counts.ts';
import { findOwnPlace } from '../read.ts';
import { addPaper, endPaper, nameOf, readPaper } from './actions.ts';
import { OverviewPage, PapersPage } from './pages/papers.tsx';
import { type KindOfPaper, kindsOfPaper, largestPaper, standingOf } from './rules.ts';
import { listPapers } from './store.ts';
import { refusals, words } from './words.ts';

const paperForm = z.object({
  kind: field.choice(kindsOfPaper),
  expiresOn: field.day(),
  file: field
    .upload()
    .refine((file) => file !== undefined, formProblem({ ja: words.ja.choose, en: words.en.choose })),
});
const maxBody = largestPaper + 2 * 1_048_576;
const fields = {
  'over-already': 'expiresOn',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-kind-not-taken': 'file',
} as const;

type PlaceVisit = Visit<{ serviceId: string }>;

export const paperRoutes = new Routes()
  .get(placeStaffPaths.overview, can.watchPlaces, overview)
  .get(placeStaffPaths.papers, can.operatePlace, (visit) => papersPage(visit, emptyForm))
  .post(placeStaffPaths.papers, can.operatePlace, upload, { maxBody })
  .get(placeStaffPaths.paper, can.operatePlace, async (visit) => {
    const asked = { ...visit.params, tray: visit.tools };
    const { mediaType, content } = await readPaper(visit.db, visit.who, asked, visit.now);
    return visit.c.body(new Uint8Array(content), 200, {
      'content-type': mediaType,
      'cache-control': 'no-store',
    });
  })
  .post(placeStaffPaths.endPaper, can.operatePlace, async (visit) => {
    await endPaper(visit.db, visit.who, visit.params, visit.now);
    return visit.go(placeStaffPaths.papers.to(visit.params), words[visit.lang].ended);
  }).list;

async function upload(visit: PlaceVisit): Promise<Response> {
  const form = await visit.form(paperForm);
  if (!form.ok) return papersPage(visit, form.state);
  const { file, ...said } = form.values;
  if (!file) throw new Error('a form without a file was taken');
  const { vault, files, config } = visit.tools;
  const content = Buffer.from(await file.arrayBuffer());
  const tray = { vault, files, scanner: config.CLAMAV_SOCKET };
  const paper = { ...visit.params, ...said, content, name: file.name, tray };
  const added = await addPaper(visit.db, visit.who, paper, visit.now);
  const { lang } = visit;
  if (added.ok) return visit.go(placeStaffPaths.papers.to(visit.params), words[lang].added);
  return papersPage(visit, refusedForm({ words: refusals, lang, refused: added, typed: form.typed, fields }));
}

async function papersPage(visit: PlaceVisit, state: FormState): Promise<Response> {
  const { db, who, params, lang, now, tools } = visit;
  const today = tokyoDay(now);
  const shown = await inTransaction(db, who, async (tx) => {
    const { id, content } = await findOwnPlace(tx, who, params.serviceId);
    const papers = (await listPapers(tx, { serviceId: id })).map((row) => ({
      id: row.id,
      kind: row.kind as KindOfPaper,
      name: nameOf(tools.vault, row),
      expiresOn: row.expiresOn,
      standing: standingOf(row.expiresOn, today),
    }));
    return { place: { id, name: contentIn(lang, content.name) }, papers };
  });
  const page = <PapersPage view={visit.view} state={state} today={today} {...shown} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function overview(visit: Visit): Promise<Response> {
  const { db, who, now, lang } = visit;
  const today = tokyoDay(now);
  const shown = await inTransaction(db, who, async (tx) => {
    const rows = await listPapers(tx, { endingBy: addDays(today, 30) });
    const places = await listServicesByIds(tx, [...new Set(rows.map(({ serviceId }) => serviceId))]);
    const papers = rows.flatMap(({ id, serviceId, kind, expiresOn }) => {
      const place = places.find((each) => each.id === serviceId);
      if (!place) return [];
      const name = contentIn(lang, place.content.name);
      return {
        id,
        serviceId,
        place: name,
        kind: kind as KindOfPaper,
        expiresOn,
        standing: standingOf(expiresOn, today),
      };
    });
    return { papers, figures: await countPlaces(tx, { on: today }) };
  });
  return visit.page(<OverviewPage view={visit.view} fiscalYear={fiscalYearOf(today)} {...shown} />);
}
