import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, memberAgent } from '../../access.ts';
import { findPost, listPostsOf } from '../../exchange/store.ts';
import { matchPaths } from '../../paths.ts';
import { answerRateOfMember } from '../counts/read.ts';
import { listNames } from '../store.ts';
import { askMatch } from './actions.ts';
import { AskPage } from './pages/ask.tsx';
import { refusals, words } from './words.ts';

const answer = field.text(500);
const askForm = z.object({
  post: z.uuid(),
  organisationId: z.uuid(),
  what: answer,
  when: answer,
  where: answer,
  whoComes: answer,
  why: field.text(1000),
  quantity: field.wholeOrNull({ min: 1, max: 1_000_000_000 }),
  own: z.union([z.uuid(), z.literal('')]).default(''),
});

/** The first request to a need or offer: `?post=`. */
export const requestRoutes = new Routes()
  .get(matchPaths.ask, can.askMatch, (visit) => askPage(visit, emptyForm, visit.query('post')))
  .post(matchPaths.ask, can.askMatch, async (visit) => {
    const form = await visit.form(askForm);
    if (!form.ok) return askPage(visit, form.state, String(form.state.values['post'] ?? ''));
    const { post: postId, organisationId, own, quantity, ...request } = form.values;
    const asking = { postId, organisationId, quantity, request, ownPostId: own || undefined };
    const asked = await askMatch(visit.db, visit.who, asking, visit.now);
    if (asked.ok) return visit.go(matchPaths.match.to(asked.value), words[visit.lang].done);
    const state = refusedForm({
      words: refusals,
      lang: visit.lang,
      refused: asked,
      typed: form.typed,
      fields: { 'same-words': 'why', 'own-post-unfit': 'own' },
    });
    return askPage(visit, state, postId);
  }).list;

async function askPage(visit: Visit, state: FormState, postId: string): Promise<Response> {
  if (!z.uuid().safeParse(postId).success) throw new NotFound('post');
  const { view, who, lang, now } = visit;
  const page = await inTransaction(visit.db, who, async (tx) => {
    const post = await findPost(tx, postId);
    const ids = organisationsWith(who, memberAgent).filter((id) => id !== post.organisationId);
    const names = await listNames(tx, ids);
    const own = [];
    for (const organisationId of ids)
      own.push(...(await listPostsOf(tx, { organisationId, states: ['published'] })));
    return (
      <AskPage
        view={view}
        state={state}
        post={post}
        rate={await answerRateOfMember(tx, { organisationId: post.organisationId, now })}
        organisations={names.map(({ id, nameJa, nameEn }) => ({
          value: id,
          label: contentIn(lang, { ja: nameJa, en: nameEn }),
        }))}
        own={own
          .filter(({ side, kind }) => side !== post.side && kind === post.kind)
          .map(({ id, title }) => ({ value: id, label: title }))}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
