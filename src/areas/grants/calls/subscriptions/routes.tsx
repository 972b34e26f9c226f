import { z } from 'zod';
import { reading } from '#platform/database/database.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { callPaths } from '../../paths.ts';
import { findPublicCall, findPublishedTerms } from '../store.ts';
import { askToSubscribe, confirmSubscription, endSubscription, openSubscription } from './actions.ts';
import { SentPage, SubscribePage, SubscriptionPage } from './pages/subscribe.tsx';

const askForm = z.object({
  mail: field.email(),
  about: field.choice(['groups', 'persons', 'call']),
  call: z.string().max(80).default(''),
});
/** What a mail program posts when its reader presses “unsubscribe”. */
const oneClick = z.object({ 'List-Unsubscribe': z.literal('One-Click') });
type TokenVisit = Visit<{ token: string }>;

/** Somebody without an account: the mailed link is kept by no cache and in no log. */
export const subscriptionRoutes = new Routes()
  .anonymousPage(callPaths.subscribe, (visit) =>
    visit.query('sent')
      ? visit.page(<SentPage view={visit.view} />)
      : subscribePage(visit, emptyForm, visit.query('call')),
  )
  .anonymousPost(callPaths.subscribe, async (visit) => {
    const form = await visit.form(askForm);
    if (!form.ok) return subscribePage(visit, form.state, String(form.state.values.call ?? ''));
    const { mail, about, call } = form.values;
    const callId = about === 'call' ? (await findNamed(visit, call))?.id : undefined;
    if (about === 'call' && !callId) return subscribePage(visit, emptyForm, '');
    const wanted = { audience: about === 'call' ? null : about, callId: callId ?? null };
    const { vault, publicUrl } = visit.tools;
    await askToSubscribe(visit.db, { vault, publicUrl, mail, lang: visit.lang, ...wanted }, visit.now);
    return visit.go(callPaths.subscribe.to({}, { sent: 1 }));
  })
  .anonymousPage(callPaths.subscription, (visit) => subscriptionPage(visit))
  .anonymousPost(
    callPaths.confirm,
    async (visit) => {
      await confirmSubscription(visit.db, visit.params.token, visit.now);
      return visit.go(callPaths.subscription.to(visit.params));
    },
    { secretUrl: true },
  )
  .anonymousPost(
    callPaths.unsubscribe,
    async (visit) => {
      await endSubscription(visit.db, visit.params.token);
      // RFC 8058: a mail program that presses for its reader follows no redirect.
      const form = await visit.form(oneClick);
      return form.ok ? subscriptionPage(visit, 200) : visit.go(callPaths.subscription.to(visit.params));
    },
    { secretUrl: true },
  ).list;

async function findNamed({ db, who, lang }: Visit, slug: string) {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  return reading(db, who, async (tx) => {
    const { id } = await findPublicCall(tx, slug);
    const { terms } = await findPublishedTerms(tx, id);
    return { id, slug, name: contentIn(lang, terms.name) };
  });
}

async function subscribePage(visit: Visit, state: FormState, slug: string): Promise<Response> {
  const call = await findNamed(visit, slug);
  return visit.page(
    <SubscribePage view={visit.view} state={state} call={call} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function subscriptionPage(visit: TokenVisit, gone: 200 | 410 = 410): Promise<Response> {
  const { token } = visit.params;
  const found = await openSubscription(visit.db, token);
  const is = found ? (found.confirmedAt ? 'confirmed' : 'asked') : 'gone';
  return visit.page(<SubscriptionPage view={visit.view} token={token} is={is} />, found ? 200 : gone);
}
