import { z } from 'zod';
import { hasRole, organisationsWith } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities, worryTerms } from '#areas/directory/index.ts';
import { can, concierge, memberAgent } from '../access.ts';
import { exchangeStaffPaths, matchPaths } from '../paths.ts';
import { draftPost, editPost, mayWriteFor, stepPost } from './actions.ts';
import { kinds, sides } from './fields.ts';
import { contentForm, detailName, readDetails } from './form.ts';
import { DeskPage } from './pages/desk.tsx';
import { ChooseKindPage, EditPostPage } from './pages/edit.tsx';
import { OwnPostPage } from './pages/own.tsx';
import { addPhoto, readPhoto, removePhoto } from './photos/actions.ts';
import { largestPhoto } from './photos/rules.ts';
import { listPhotos } from './photos/store.ts';
import { refusals } from './refusal-words.ts';
import { endings, type Step, stepsFrom } from './rules.ts';
import { placeNames } from './said.ts';
import { countTaken, findPost, listPostsOf, type Post } from './store.ts';
import { readSuggestions } from './suggestions/read.ts';
import { words } from './words.ts';

const newForm = z.object({
  ...contentForm,
  side: field.choice(sides),
  kind: field.choice(kinds),
  organisationId: z.uuid(),
});
const editForm = z.object({ ...contentForm, revision: field.whole() });
const closeForm = z.object({ ending: field.choice(endings) });
const photoForm = z.object({ photo: field.upload(), caption: field.text(200) });
/** A little more than the largest, so that a larger one is answered in words and not cut off. */
const maxBody = largestPhoto + 2 * 1_048_576;

type PostVisit = Visit<{ postId: string }>;

export const exchangeRoutes = new Routes()
  .get(exchangeStaffPaths.list, can.readExchange, deskPage)
  .get(exchangeStaffPaths.new, can.writeExchange, newPage)
  .post(exchangeStaffPaths.new, can.writeExchange, async (visit) => {
    const form = await visit.form(newForm);
    const typed = form.ok ? form.typed : form.state.values;
    const side = sides.find((each) => each === typed['side']) ?? 'need';
    const kind = kinds.find((each) => each === typed['kind']) ?? 'goods';
    if (!form.ok) return editPage(visit, { side, kind, state: form.state });
    const content = { ...form.values, details: readDetails(typed, form.values) };
    const drafted = await draftPost(visit.db, visit.who, content, visit.now);
    if (drafted.ok) return visit.go(exchangeStaffPaths.post.to(drafted.value), words[visit.lang].done.draft);
    return editPage(visit, { side, kind, state: refused(visit, drafted, typed) });
  })
  .get(exchangeStaffPaths.post, can.readExchange, (visit) => postPage(visit, emptyForm))
  .get(exchangeStaffPaths.edit, can.writeExchange, async (visit) => {
    const post = await readPost(visit);
    return editPage(visit, { ...sorted(post), post, state: emptyForm });
  })
  .post(exchangeStaffPaths.edit, can.writeExchange, async (visit) => {
    const { postId } = visit.params;
    const post = await readPost(visit);
    const form = await visit.form(editForm);
    if (!form.ok) return editPage(visit, { ...sorted(post), post, state: form.state });
    const { revision, ...typed } = form.values;
    const content = { ...typed, details: readDetails(form.typed, post) };
    const edited = await editPost(visit.db, visit.who, { postId, revision, content }, visit.now);
    if (edited.ok) return visit.go(exchangeStaffPaths.post.to({ postId }), words[visit.lang].done.edit);
    return editPage(visit, { ...sorted(post), post, state: refused(visit, edited, form.typed) });
  })
  .post(exchangeStaffPaths.step, can.writeExchange, takeStep)
  .post(exchangeStaffPaths.photos, can.writeExchange, takePhoto, { maxBody })
  .get(exchangeStaffPaths.photo, can.readExchange, async (visit) => {
    const photo = await readPhoto(visit.db, visit.who, { files: visit.tools.files, ...visit.params });
    return visit.c.body(new Uint8Array(photo.content), 200, {
      'content-type': photo.mediaType,
      'cache-control': 'private, max-age=300',
    });
  })
  .post(exchangeStaffPaths.removePhoto, can.writeExchange, async (visit) => {
    const removed = await removePhoto(visit.db, visit.who, visit.params, visit.now);
    if (removed.ok)
      return visit.go(exchangeStaffPaths.post.to(removed.value), words[visit.lang].done.unphoto);
    return visit.go(exchangeStaffPaths.list.to({}), refusals[visit.lang]['step-not-now'] as string);
  }).list;

async function takeStep(visit: Visit<{ postId: string; step: string }>): Promise<Response> {
  const { postId } = visit.params;
  const step = visit.params.step as Exclude<Step, 'edit'>;
  const form = step === 'close' ? await visit.form(closeForm) : undefined;
  if (form && !form.ok) return postPage(visit, form.state);
  const input = { postId, step, ...(form ? { ending: form.values.ending } : {}) };
  const done = await stepPost(visit.db, visit.who, input, visit.now);
  if (!done.ok) return postPage(visit, refused(visit, done, {}));
  const to = step === 'discard' ? exchangeStaffPaths.list.to({}) : exchangeStaffPaths.post.to({ postId });
  return visit.go(to, words[visit.lang].done[step]);
}

async function takePhoto(visit: PostVisit): Promise<Response> {
  const { postId } = visit.params;
  const form = await visit.form(photoForm);
  if (!form.ok) return postPage(visit, form.state);
  const { photo, caption } = form.values;
  const content = Buffer.from(photo ? await photo.arrayBuffer() : new ArrayBuffer(0));
  const input = { files: visit.tools.files, postId, content, name: photo?.name ?? '', caption };
  const added = await addPhoto(visit.db, visit.who, input, visit.now);
  if (added.ok) return visit.go(exchangeStaffPaths.post.to({ postId }), words[visit.lang].done.photo);
  return postPage(visit, refused(visit, added, form.typed));
}

type Refusal = keyof (typeof refusals)['ja'];

function refused(visit: Visit, answer: RefusedWith<Refusal>, typed: Typed): FormState {
  const named = detailName({ code: String(answer.facts?.['field'] ?? '') });
  const fields = {
    'end-before-start': 'endsOn',
    'end-too-far': 'endsOn',
    'end-over': typed['endsOn'] === undefined ? '' : 'endsOn',
    'use-by-over': detailName({ code: 'useBy' }),
    'unit-missing': 'unit',
    'cap-missing': 'monthlyCap',
    'less-than-used': typed['quantity'] === undefined ? '' : 'quantity',
    'place-unknown': 'municipalities',
    'field-missing': named,
    'field-wrong': named,
    'file-empty': 'photo',
    'file-too-large': 'photo',
    'file-kind-not-taken': 'photo',
  };
  return refusedForm<Refusal>({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

const sorted = ({ side, kind }: Post) => ({ side: side as 'need' | 'offer', kind });

function readPost(visit: PostVisit): Promise<Post> {
  return inTransaction(visit.db, visit.who, (tx) => findPost(tx, visit.params.postId));
}

const organisationsOf = ({ who }: Visit) => [
  ...organisationsWith(who, memberAgent),
  ...organisationsWith(who, concierge),
];

async function deskPage(visit: Visit): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const posts: Post[] = [];
    for (const organisationId of new Set(organisationsOf(visit)))
      posts.push(...(await listPostsOf(tx, { organisationId })));
    return <DeskPage view={visit.view} posts={posts} mayWatch={can.watchExchange.allows(visit.who)} />;
  });
  return visit.page(page);
}

async function newPage(visit: Visit): Promise<Response> {
  const side = sides.find((each) => each === visit.query('side')) ?? 'need';
  const kind = kinds.find((each) => each === visit.query('kind'));
  if (!kind) return visit.page(<ChooseKindPage view={visit.view} side={side} />);
  return editPage(visit, { side, kind, state: emptyForm });
}

async function editPage(
  visit: Visit,
  given: { side: 'need' | 'offer'; kind: string; post?: Post; state: FormState },
): Promise<Response> {
  const { lang, view } = visit;
  const page = await inTransaction(visit.db, visit.who, async (tx) => (
    <EditPostPage
      view={view}
      state={given.state}
      side={given.side}
      kind={given.kind}
      post={given.post}
      organisations={await ownOrganisations(visit, tx)}
      topics={worryTerms.map(({ code, name }) => ({ value: code, label: name[lang] }))}
      municipalities={[...placeNames(lang, await listMunicipalities(tx))].map(([value, label]) => ({
        value,
        label,
      }))}
      today={tokyoDay(visit.now)}
    />
  ));
  return visit.page(page, given.state.problems.length > 0 ? 422 : 200);
}

async function ownOrganisations(visit: Visit, tx: Tx) {
  const own = organisationsOf(visit);
  return (await listOrganisations(tx))
    .filter(({ id }) => own.includes(id))
    .map(({ id, nameJa, nameEn }) => ({
      value: id,
      label: contentIn(visit.lang, { ja: nameJa, en: nameEn }),
    }));
}

async function postPage(visit: PostVisit, state: FormState): Promise<Response> {
  const { lang, view, who } = visit;
  const today = tokyoDay(visit.now);
  const page = await inTransaction(visit.db, who, async (tx) => {
    const post = await findPost(tx, visit.params.postId);
    const isOwn = mayWriteFor(who, post.organisationId);
    const byOffice = !isOwn && hasRole(who, concierge);
    const mayAsk = !isOwn && post.state === 'published' && can.askMatch.allows(who);
    const steps = stepsFrom(post.state).filter((step) => isOwn || (byOffice && step === 'close'));
    return (
      <OwnPostPage
        view={view}
        state={state}
        post={post}
        names={placeNames(lang, await listMunicipalities(tx))}
        photos={await listPhotos(tx, post.id)}
        taken={await countTaken(tx, { offerId: post.id, month: today.slice(0, 7) })}
        steps={steps}
        endings={byOffice ? ['by-office'] : ['done', 'withdrawn']}
        suggestions={isOwn || byOffice ? await readSuggestions(tx, post, { today }) : []}
        isOwn={isOwn || byOffice}
        ask={mayAsk ? matchPaths.ask.to({}, { post: post.id }) : undefined}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
