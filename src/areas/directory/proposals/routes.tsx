import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { GonePage } from '../entries/pages/gone.tsx';
import { findPublicService } from '../entries/store.ts';
import { findPaths } from '../paths.ts';
import { serviceKinds } from '../services/content.ts';
import { suggest } from './actions.ts';
import { correctableFields, type ProposedItem } from './items.ts';
import { SuggestNewPage, SuggestPage, ThanksPage, TooManyPage } from './pages/suggest.tsx';
import { proposalRefusals } from './words.ts';

/** Letters that turn the direction of reading make a text look like another. */
const plain = (max: number) =>
  field.optionalText(max).transform((text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
const knowing = {
  source: plain(500),
  email: z.union([z.literal(''), field.email()]).default(''),
  nickname: z.string().default(''),
};
const suggestForm = z.object({
  field: field.choice(correctableFields),
  said: plain(1000).pipe(z.string().min(1)),
  ...knowing,
});
const newForm = z.object({
  kind: field.choice(serviceKinds),
  name: plain(120).pipe(z.string().min(1)),
  what: plain(1000).pipe(z.string().min(1)),
  where: plain(200),
  phone: plain(40),
  website: plain(500),
  ...knowing,
});

type EntryVisit = Visit<{ id: string }>;

/** From one place, beside the limits of what may wait at all. */
const perPlace = 6;
const spanMinutes = 10;

const limit = new RateLimit(perPlace, { minutes: spanMinutes });
const mayWrite = ({ c, tools, now }: Visit) => limit.allows(clientOf(c, tools.config.TRUSTED_PROXIES), now);

export const suggestionRoutes = new Routes()
  .anonymousPage(findPaths.suggestNew, (visit) =>
    visit.query('done') ? thanks(visit, undefined) : newPage(visit, emptyForm),
  )
  .anonymousPost(findPaths.suggestNew, async (visit) => {
    const form = await visit.form(newForm);
    if (!form.ok) return newPage(visit, form.state);
    const { kind, name, what, where, phone, website, ...how } = form.values;
    const items: readonly ProposedItem[] = [
      { field: 'kind', said: kind },
      { field: 'name', said: name },
      { field: 'description', said: what },
      { field: 'address', said: where },
      { field: 'phone', said: phone },
      { field: 'website', said: website },
    ];
    const back = findPaths.suggestNew;
    if (how.nickname) return visit.go(back.to({}, { done: 1 }));
    if (!mayWrite(visit)) return visit.page(<TooManyPage view={visit.view} back={back.to({})} />, 429);
    const sent = await suggest(
      visit.db,
      { serviceId: null, items: items.filter(({ said }) => said), ...how },
      visit.now,
    );
    if (sent.ok) return visit.go(back.to({}, { done: 1 }));
    return newPage(visit, refused(visit, sent, form.typed));
  })
  .anonymousPage(findPaths.suggest, (visit) =>
    visit.query('done') ? thanks(visit, visit.params.id) : suggestPage(visit, emptyForm),
  )
  .anonymousPost(findPaths.suggest, async (visit) => {
    const form = await visit.form(suggestForm);
    if (!form.ok) return suggestPage(visit, form.state);
    const { params, db, now, view } = visit;
    const { field: about, said, ...how } = form.values;
    const done = findPaths.suggest.to(params, { done: 1 });
    if (how.nickname) return visit.go(done);
    if (!mayWrite(visit))
      return visit.page(<TooManyPage view={view} back={findPaths.service.to(params)} />, 429);
    const sent = await suggest(db, { serviceId: params.id, items: [{ field: about, said }], ...how }, now);
    if (sent.ok) return visit.go(done);
    if (sent.refusal === 'not-shown') return visit.page(<GonePage view={view} />, 404);
    return suggestPage(visit, refused(visit, sent, form.typed));
  }).list;

type Refused = RefusedBy<typeof proposalRefusals>;

function refused({ lang }: Visit, sent: Refused, typed: FormState['values']): FormState {
  return refusedForm({ words: proposalRefusals, lang, refused: sent, typed });
}

/** An entry that is not shown is told from an unknown one by nothing. */
async function suggestPage(visit: EntryVisit, state: FormState): Promise<Response> {
  const { db, who, view, params } = visit;
  const service = await inTransaction(db, who, (tx) => findPublicService(tx, params.id));
  if (!service) return visit.page(<GonePage view={view} />, 404);
  const page = <SuggestPage view={view} state={state} service={service} field={visit.query('field')} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

function newPage(visit: Visit, state: FormState): Promise<Response> {
  return visit.page(
    <SuggestNewPage view={visit.view} state={state} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

function thanks(visit: Visit, id: string | undefined): Promise<Response> {
  const back = id ? findPaths.service.to({ id }) : undefined;
  const again = id ? findPaths.suggest.to({ id }) : findPaths.suggestNew.to({});
  return visit.page(<ThanksPage view={visit.view} back={back} again={again} />);
}
