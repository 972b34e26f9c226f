import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { placePaths, placeStaffPaths } from '../../paths.ts';
import { findOwnPlace } from '../read.ts';
import { addPhoto, readPhoto, removePhoto } from './actions.ts';
import { PhotosPage } from './pages/photos.tsx';
import { consents, largestPhoto, shownPeople } from './rules.ts';
import { listPhotos } from './store.ts';
import { refusals, words } from './words.ts';

const photoForm = z.object({
  file: field
    .upload()
    .refine((file) => file !== undefined, formProblem({ ja: words.ja.choose, en: words.en.choose })),
  alternative: field.text(300),
  shows: field.choice(shownPeople),
  consent: z.enum(['', ...consents]).default(''),
  consentedOn: z.literal('').or(field.day()).default(''),
});
const maxBody = largestPhoto + 2 * 1_048_576;
const fields = {
  'consent-missing': 'consent',
  'children-need-paper': 'consent',
  'consent-day-missing': 'consentedOn',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-kind-not-taken': 'file',
} as const;

type PlaceVisit = Visit<{ serviceId: string }>;

export const photoRoutes = new Routes()
  // Made anew each time: one that was taken off is gone from the same moment, whoever has it at hand.
  .anonymousPage(placePaths.photo, async (visit) => {
    const { files } = visit.tools;
    const { mediaType, content } = await readPhoto(visit.db, visit.who, { files, ...visit.params });
    return visit.c.body(new Uint8Array(content), 200, { 'content-type': mediaType });
  })
  .get(placeStaffPaths.photos, can.operatePlace, (visit) => photosPage(visit, emptyForm))
  .post(placeStaffPaths.photos, can.operatePlace, upload, { maxBody })
  .post(placeStaffPaths.removePhoto, can.operatePlace, async (visit) => {
    await removePhoto(visit.db, visit.who, visit.params, visit.now);
    return visit.go(placeStaffPaths.photos.to(visit.params), words[visit.lang].removed);
  }).list;

async function upload(visit: PlaceVisit): Promise<Response> {
  const form = await visit.form(photoForm);
  if (!form.ok) return photosPage(visit, form.state);
  const { file, ...said } = form.values;
  if (!file) throw new Error('a form without a file was taken');
  const content = Buffer.from(await file.arrayBuffer());
  const { files, config } = visit.tools;
  const photo = { ...visit.params, ...said, content, name: file.name, files, scanner: config.CLAMAV_SOCKET };
  const added = await addPhoto(visit.db, visit.who, photo, visit.now);
  const { lang } = visit;
  if (added.ok) return visit.go(placeStaffPaths.photos.to(visit.params), words[lang].added);
  return photosPage(visit, refusedForm({ words: refusals, lang, refused: added, typed: form.typed, fields }));
}

async function photosPage(visit: PlaceVisit, state: FormState): Promise<Response> {
  const { db, who, params, lang, now } = visit;
  const shown = await inTransaction(db, who, async (tx) => {
    const { id, content } = await findOwnPlace(tx, who, params.serviceId);
    return { place: { id, name: contentIn(lang, content.name) }, photos: await listPhotos(tx, id) };
  });
  const page = <PhotosPage view={visit.view} state={state} today={tokyoDay(now)} {...shown} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
