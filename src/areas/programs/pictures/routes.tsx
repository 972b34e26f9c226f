import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { programPaths } from '../paths.ts';
import { writersPage } from '../programs/gather.ts';
import { addPicture, changePicture, readPicture, removePicture } from './actions.ts';
import { PicturePage } from './pages/picture.tsx';
import { largestPicture } from './rules.ts';
import { findPicture } from './store.ts';
import { refusals, words } from './words.ts';

const textForm = z.object({ alternative: field.text(500), caption: field.optionalText(300) });
const newForm = textForm.extend({
  file: field
    .upload()
    .refine((file) => file !== undefined, formProblem({ ja: words.ja.choose, en: words.en.choose })),
});
/** A little more than the largest picture, so that a larger one is answered in words and not cut off. */
const maxBody = largestPicture + 2 * 1_048_576;

type ProgramVisit = Visit<{ programId: string }>;

export const pictureRoutes = new Routes()
  .get(programPaths.newPicture, can.writeProgram, (visit) => picturePage(visit, undefined, emptyForm))
  .post(programPaths.newPicture, can.writeProgram, upload, { maxBody })
  .get(programPaths.picture, can.writeProgram, (visit) =>
    picturePage(visit, visit.params.pictureId, emptyForm),
  )
  .post(programPaths.picture, can.writeProgram, async (visit) => {
    const { pictureId } = visit.params;
    const form = await visit.form(textForm);
    if (!form.ok) return picturePage(visit, pictureId, form.state);
    const saved = await changePicture(visit.db, visit.who, { pictureId, ...form.values }, visit.now);
    if (saved.ok) return back(visit, words[visit.lang].saved);
    return picturePage(visit, pictureId, refused(visit, saved, form.typed));
  })
  .post(programPaths.removePicture, can.writeProgram, async (visit) => {
    const { pictureId } = visit.params;
    const removed = await removePicture(visit.db, visit.who, { pictureId }, visit.now);
    if (removed.ok) return back(visit, words[visit.lang].removed);
    return picturePage(visit, pictureId, refused(visit, removed, {}));
  })
  .get(programPaths.pictureFile, can.readPrograms, async (visit) => {
    const { files } = visit.tools;
    const picture = await readPicture(visit.db, visit.who, { files, ...visit.params });
    if (!picture) throw new NotFound('picture');
    return visit.c.body(new Uint8Array(picture.content), 200, {
      'content-type': picture.mediaType,
      'cache-control': 'private, max-age=3600',
    });
  }).list;

async function upload(visit: ProgramVisit): Promise<Response> {
  const { programId } = visit.params;
  const form = await visit.form(newForm);
  if (!form.ok) return picturePage(visit, undefined, form.state);
  const { file, alternative, caption } = form.values;
  if (!file) throw new Error('a form without a file was taken');
  const content = new Uint8Array(await file.arrayBuffer());
  const picture = { files: visit.tools.files, programId, content, name: file.name, alternative, caption };
  const added = await addPicture(visit.db, visit.who, picture, visit.now);
  if (added.ok) return back(visit, words[visit.lang].added);
  return picturePage(visit, undefined, refused(visit, added, form.typed));
}

function back(visit: ProgramVisit, notice: string): Response {
  return visit.go(programPaths.program.to(visit.params), notice);
}

type Refusal = keyof (typeof refusals)['ja'];

function refused(visit: Visit, answer: RefusedWith<Refusal>, typed: Typed): FormState {
  const fields = {
    'alternative-missing': 'alternative',
    'file-empty': 'file',
    'file-too-large': 'file',
    'file-kind-not-taken': 'file',
  };
  return refusedForm<Refusal>({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

async function picturePage(
  visit: ProgramVisit,
  pictureId: string | undefined,
  state: FormState,
): Promise<Response> {
  const facts = await writersPage(visit, async (tx, program) => {
    const picture = pictureId ? await findPicture(tx, pictureId) : undefined;
    if (picture && picture.programId !== program.id) throw new NotFound('picture');
    return { picture };
  });
  const page = <PicturePage view={visit.view} state={state} {...facts} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
