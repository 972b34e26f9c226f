import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { hoursRefusals } from '../hours-text/words.ts';
import { readHolidays } from '../holidays/store.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { confirmationPaths } from '../paths.ts';
import { capacityStates } from '../services/content.ts';
import { foldPhone } from '../services/phone-numbers.ts';
import { refusals as serviceRefusals } from '../services/words.ts';
import {
  confirmUnchanged,
  type Mending,
  mendEntry,
  type MendRefusal,
  openLink,
  sayCapacity,
  tellMore,
} from './actions.ts';
import { ConfirmPage } from './pages/confirm.tsx';
import { DeadLinkPage } from './pages/dead.tsx';
import type { DeadLink } from './rules.ts';
import { deadWords } from './words.ts';

type TokenVisit = Visit<{ token: string }>;
type PartVisit = Visit<{ token: string; part: string }>;

const capacityForm = z.object({ capacity: field.choice(capacityStates) });
const hoursForm = z.object({
  version: field.whole(),
  days: field.optionalText(100),
  opens: field.optionalText(40),
  closes: field.optionalText(40),
  note: field.optionalText(500),
});
const phoneForm = z.object({ version: field.whole() }).catchall(z.string().max(40));
const textForm = z.object({
  version: field.whole(),
  summary: field.text(100),
  description: field.optionalText(5000),
  application: field.optionalText(1000),
});
const moreForm = z.object({ more: field.text(2000) });

const secretUrl = { secretUrl: true };

export const confirmationRoutes = new Routes()
  .anonymousPage(confirmationPaths.confirm, (visit) => confirmPage(visit, { done: visit.query('done') }))
  .anonymousPost(
    confirmationPaths.unchanged,
    async (visit) =>
      answer(visit, 'unchanged', await confirmUnchanged(visit.db, visit.params.token, visit.now)),
    secretUrl,
  )
  .anonymousPost(
    confirmationPaths.capacity,
    async (visit) => {
      const form = await visit.form(capacityForm);
      if (!form.ok) return confirmPage(visit, { state: form.state });
      const said = { token: visit.params.token, ...form.values };
      return answer(visit, 'capacity', await sayCapacity(visit.db, said, visit.now), form.typed);
    },
    secretUrl,
  )
  .anonymousPost(confirmationPaths.mend, mendPart, secretUrl).list;

async function mendPart(visit: PartVisit): Promise<Response> {
  const { db, now, params } = visit;
  const { part, token } = params;
  if (part === 'more') {
    const form = await visit.form(moreForm);
    if (!form.ok) return confirmPage(visit, { state: form.state, tried: part });
    return answer(visit, part, await tellMore(db, { token, said: form.values.more }, now), form.typed);
  }
  const form =
    part === 'hours'
      ? await visit.form(hoursForm)
      : part === 'phone'
        ? await visit.form(phoneForm)
        : await visit.form(textForm);
  if (!form.ok) return confirmPage(visit, { state: form.state, tried: part });
  const { version, ...values } = form.values;
  const mended = await mendEntry(db, { token, version, ...mendingOf(part, values) }, now);
  return answer(visit, part, mended, form.typed);
}

/** The parts have different fields; each form was read by its own schema. */
function mendingOf(part: string, values: Readonly<Record<string, string>>): Mending {
  const text = (name: string) => values[name] ?? '';
  if (part === 'hours')
    return {
      part,
      cells: { days: text('days'), opens: text('opens'), closes: text('closes'), note: text('note') },
    };
  if (part === 'phone') {
    const numbers = Object.entries(values)
      .filter(([name]) => name.startsWith('phone.'))
      .map(([name, number]) => ({ id: name.slice('phone.'.length), number: foldPhone(number) }));
    return {
      part,
      numbers: numbers.map((each) => (each.id === 'new' ? { ...each, id: randomUUID() } : each)),
    };
  }
  return {
    part: 'text',
    summary: text('summary'),
    description: text('description'),
    application: text('application'),
  };
}

const allRefusals = {
  ja: { ...serviceRefusals.ja, ...hoursRefusals.ja, ...deadWords.ja },
  en: { ...serviceRefusals.en, ...hoursRefusals.en, ...deadWords.en },
};

/** Done: back to the page, which says what was done. Refused: the same page, with everything that was typed. */
function answer(
  visit: TokenVisit,
  what: string,
  done: Awaited<ReturnType<typeof confirmUnchanged>>,
  typed: Typed = {},
): Response | Promise<Response> {
  const { token } = visit.params;
  if (done.ok) return hidden(visit.go(confirmationPaths.confirm.to({ token }, { done: what })));
  const state = refusedForm<MendRefusal>({
    words: allRefusals,
    lang: visit.lang,
    refused: done,
    typed,
    fields: {
      'days-missing': 'days',
      'time-missing': 'opens',
      'time-unreadable': 'opens',
    },
  });
  return confirmPage(visit, { state, tried: what });
}

/** The link is looked at anew each time: it may have died while a form was filled. */
async function confirmPage(
  visit: TokenVisit,
  { state = emptyForm, done = '', tried = '' }: { state?: FormState; done?: string; tried?: string },
): Promise<Response> {
  const { db, who, view, now, params } = visit;
  const opened = await openLink(db, params.token, now);
  if (!opened.ok)
    return hidden(
      await visit.page(<DeadLinkPage view={view} why={opened.refusal} />, statusOf(opened.refusal)),
    );
  const { service, link } = opened.value;
  const [holidays, places] = await inTransaction(
    db,
    who,
    async (tx) => [await readHolidays(tx), await listMunicipalities(tx)] as const,
  );
  const page = (
    <ConfirmPage
      view={view}
      state={state}
      token={params.token}
      service={service}
      expiresAt={link.expiresAt}
      now={now}
      holidays={holidays}
      places={places}
      done={done}
      tried={tried}
    />
  );
  return hidden(await visit.page(page, state.problems.length > 0 ? 422 : 200));
}

function statusOf(why: DeadLink): 404 | 410 {
  return why === 'unknown' ? 404 : 410;
}

/** Whoever sees the address of such a page could use it: no search engine, no memory, no word to where one goes from here. */
function hidden(response: Response): Response {
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'no-referrer');
  return response;
}
