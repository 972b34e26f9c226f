import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { dayText, timeText } from '../hours/text.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { readAnswers } from '../navigator/conversation/rules.ts';
import { factLines } from '../navigator/fact-lines.ts';
import { pageLang } from '../navigator/guide/guide.ts';
import { viewIn } from '../navigator/pages/talk.tsx';
import { type Guide, readGuide, readOutcome } from '../navigator/read.ts';
import { type Fields, talkOf, textOf } from '../navigator/posted.ts';
import { answerLines } from '../navigator/shown.tsx';
import { navigatorPaths } from '../paths.ts';
import { makePacket, withdrawPacket } from './actions.ts';
import { CodePage, GonePage, TakeBackPage } from './pages/code.tsx';
import { ComposePage } from './pages/compose.tsx';
import { mostPacketLetters } from './rules.ts';
import { refusals } from './words.ts';

/** Codes that one client may try, and packets that it may make, in a minute. Sixty bits do the rest. */
const tries = new RateLimit(10);
const makings = new RateLimit(10);

export const packetRoutes = new Routes()
  .anonymousPage(navigatorPaths.packet, ({ view, page }) =>
    page(<TakeBackPage view={view} state={emptyForm} />),
  )
  .anonymousPost(
    navigatorPaths.packet,
    async (visit) => {
      const form = await visit.form(z.record(z.string(), z.unknown()));
      const fields: Fields = form.ok ? form.values : {};
      if (fields['go'] === 'withdraw') return takeBack(visit, fields);
      if (fields['go'] === 'make') return make(visit, fields);
      return inTransaction(visit.db, visit.who, async (tx) => compose(visit, await readGuide(tx), fields));
    },
    { maxBody: 65_536 },
  ).list;

/** The answers as sentences that a desk reads: always in Japanese, one's own words as they were written. */
function draftOf(guide: Guide, fields: Fields): string {
  const answers = readAnswers(guide.flow, fields, guide.known);
  return [...answerLines(guide, answers, 'ja'), ...factLines(answers)]
    .filter(({ said }) => said.length > 0)
    .map(({ ask, said }) => `${ask}\n${said.map((each) => `・${each}`).join('\n')}`)
    .join('\n\n');
}

function compose(visit: Visit, guide: Guide | undefined, fields: Fields, refused?: FormState) {
  if (!guide) return visit.go(navigatorPaths.start.to({}));
  const answers = readAnswers(guide.flow, fields, guide.known);
  const talk = talkOf(visit, answers, fields);
  const state = refused ?? emptyForm;
  const page = <ComposePage talk={talk} state={state} text={draftOf(guide, fields)} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function make(visit: Visit, fields: Fields): Promise<Response> {
  const text = textOf(fields['text']);
  const guide = await inTransaction(visit.db, visit.who, (tx) => readGuide(tx));
  const problem = (message: string): FormState => ({
    values: { text },
    problems: [{ field: 'text', message }],
  });
  const t = refusals[visit.lang];
  if (!makings.allows(clientOf(visit.c, visit.tools.config.TRUSTED_PROXIES), visit.now))
    return compose(visit, guide, fields, problem(t['too-many-codes'] as string));
  const kept = text.slice(0, mostPacketLetters);
  const made = await makePacket(visit.db, { text: kept, vault: visit.tools.vault }, visit.now);
  if (!made.ok) return compose(visit, guide, fields, problem(sayRefusal(refusals, visit.lang, made)));
  return inTransaction(visit.db, visit.who, (tx) => codePage(visit, tx, { guide, fields, ...made.value }));
}

async function codePage(
  visit: Visit,
  tx: Tx,
  {
    guide,
    fields,
    code,
    expiresAt,
  }: { guide: Guide | undefined; fields: Fields; code: string; expiresAt: Date },
): Promise<Response> {
  if (!guide) return visit.go(navigatorPaths.start.to({}));
  const answers = readAnswers(guide.flow, fields, guide.known);
  const talk = talkOf(visit, answers, fields);
  const { desk, holidays } = await readOutcome(tx, guide, answers, visit.now);
  const lang = pageLang(talk.language);
  const until = `${dayText(lang, tokyoDay(expiresAt))} ${timeText(tokyoMinute(expiresAt).slice(11))}`;
  const page = (
    <CodePage
      talk={talk}
      code={code}
      until={until}
      desk={desk?.service}
      now={visit.now}
      holidays={holidays}
    />
  );
  return visit.page(page, 201);
}

/** Right or wrong, the answer takes the same way; wrong, expired and taken back are one answer. */
async function takeBack(visit: Visit, fields: Fields): Promise<Response> {
  const view = viewIn(visit.view, talkOf(visit, {}, fields).language);
  const code = textOf(fields['code']).slice(0, 100);
  const shown = (message: string): FormState => ({
    values: { code },
    problems: [{ field: 'code', message }],
  });
  const t = refusals[view.lang];
  if (!tries.allows(clientOf(visit.c, visit.tools.config.TRUSTED_PROXIES), visit.now))
    return visit.page(<TakeBackPage view={view} state={shown(t['too-many-codes'] as string)} />, 429);
  const done = await withdrawPacket(visit.db, { code, vault: visit.tools.vault }, visit.now);
  if (done.ok) return visit.page(<GonePage view={view} />);
  return visit.page(<TakeBackPage view={view} state={shown(sayRefusal(refusals, view.lang, done))} />, 422);
}
