import { z } from 'zod';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Visit } from '#platform/web/visit.ts';
import { applicationPaths } from '../../paths.ts';
import { deadPage, hidden, isDead, linkPage, type LinkVisit } from '../link.tsx';
import { accountPart, applicantPart, type Editor } from '../open.ts';
import { papersPart } from '../tasks.ts';
import type { Sight } from '../view.ts';
import { words as common } from '../words.ts';
import { endEditor, inviteEditor, readChanges, sendLinks } from './actions.ts';
import { type Hand, LostLinkPage, PeoplePage } from './pages/people.tsx';
import { refusals, words } from './words.ts';

const secretUrl = { secretUrl: true };
const inviteForm = z.object({ name: field.text(100), mail: field.email() });
const lostForm = z.object({ mail: field.email() });
/** Questions for lost links in an hour and client: each may send mail. */
const questions = new RateLimit(20, { minutes: 60 });

/** Who writes along, and new links for whoever lost theirs. */
export const editorRoutes = new Routes()
  .anonymousPage(applicationPaths.people, (visit) => peoplePage(visit, emptyForm))
  .anonymousPost(applicationPaths.people, invite, secretUrl)
  .anonymousPost(applicationPaths.endLink, end, secretUrl)
  .anonymousPage(applicationPaths.lost, (visit) =>
    visit.page(<LostLinkPage view={visit.view} state={emptyForm} sent={false} />),
  )
  .anonymousPost(applicationPaths.lost, lost).list;

async function peoplePage(visit: LinkVisit, state: FormState): Promise<Response> {
  return linkPage(visit, async ({ sight, editors }) => {
    const { view, db, lang, params } = visit;
    const { opened } = sight;
    const hands = handsOf(lang, { sight, editors, changes: await readChanges(db, opened) });
    const page = <PeoplePage view={view} state={state} token={params.token} opened={opened} hands={hands} />;
    return visit.page(page, state.problems.length > 0 ? 422 : 200);
  });
}

/** One line for each mail address, with what its links wrote; whoever lost a link and got another stays one person. */
function handsOf(
  lang: Lang,
  facts: {
    sight: Sight;
    editors: readonly Editor[];
    changes: readonly { code: string; changedBy: string; at: Date }[];
  },
): readonly Hand[] {
  const { opened } = facts.sight;
  const t = common[lang];
  const named: Record<string, string> = {
    [applicantPart]: t.applicant,
    [accountPart]: t.account,
    [papersPart]: t.papers,
  };
  const label = (code: string) =>
    named[code] ?? opened.terms.questions.find((each) => each.code === code)?.label[lang] ?? code;
  return [...Map.groupBy(facts.editors, ({ mail }) => mail).values()].flatMap((links): readonly Hand[] => {
    const [first] = links;
    if (!first) return [];
    const live = links.find(({ ended }) => !ended);
    const wrote = facts.changes
      .filter(({ changedBy }) => links.some(({ id }) => id === changedBy))
      .map(({ code, at }) => ({ part: label(code), at }));
    const you = links.some(({ id }) => id === opened.by);
    return [{ editorId: (live ?? first).id, name: first.name, ended: !live, you, wrote }];
  });
}

async function invite(visit: LinkVisit): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(inviteForm);
  if (!form.ok) return peoplePage(visit, form.state);
  const { vault, publicUrl } = tools;
  const entrance = { by: 'link', token: params.token } as const;
  const invited = await inviteEditor(db, entrance, { ...form.values, lang, vault, publicUrl }, now);
  if (invited.ok) return hidden(visit.go(applicationPaths.people.to(params)));
  if (isDead(invited.refusal)) return deadPage(visit, invited.refusal);
  const refused = { ...invited, refusal: invited.refusal };
  const fields = { 'already-invited': 'mail' };
  return peoplePage(visit, refusedForm({ words: refusals, lang, refused, typed: form.typed, fields }));
}

async function end(visit: Visit<{ token: string; editorId: string }>): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const entrance = { by: 'link', token: params.token } as const;
  const ended = await endEditor(db, entrance, { editorId: params.editorId, vault: tools.vault }, now);
  if (ended.ok) return hidden(visit.go(applicationPaths.people.to(params)));
  if (isDead(ended.refusal)) return deadPage(visit, ended.refusal);
  const refused = { ...ended, refusal: ended.refusal };
  return peoplePage(visit, refusedForm({ words: refusals, lang, refused, typed: {} }));
}

async function lost(visit: Visit): Promise<Response> {
  const { db, view, lang, tools, now } = visit;
  const show = (state: FormState, sent: boolean, status: 200 | 422 | 429) =>
    visit.page(<LostLinkPage view={view} state={state} sent={sent} />, status);
  const form = await visit.form(lostForm);
  if (!form.ok) return show(form.state, false, 422);
  if (!questions.allows(clientOf(visit.c, tools.config.TRUSTED_PROXIES), now)) {
    const problems = [{ field: '', message: words[lang].tooMany }];
    return show({ values: form.typed, problems }, false, 429);
  }
  await sendLinks(db, { mail: form.values.mail, vault: tools.vault, publicUrl: tools.publicUrl }, now);
  return show(emptyForm, true, 200);
}
