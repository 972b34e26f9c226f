import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { NotFound } from '#platform/errors.ts';
import { can } from '../access.ts';
import { matchPaths } from '../paths.ts';
import { answerRateOfMember } from './counts/read.ts';
import { resumeMember, unblockMember } from './discipline/actions.ts';
import { readDiscipline } from './discipline/read.ts';
import { listBlocks, listPauses } from './discipline/store.ts';
import { type Box, boxes, type Line, MatchesPage, type OwnStanding } from './pages/list.tsx';
import { MatchPage } from './pages/match.tsx';
import { openStatuses, otherSide, statuses } from './rules.ts';
import { organisationOf, ownOrganisations, sideOf } from './sides.ts';
import { listMatches, listNames, listWaitingFor, type Match, pageSize } from './store.ts';
import { readTalk } from './talk.ts';
import { take } from './take.ts';
import { isTaking, type TakingName } from './taking.ts';
import { words } from './words.ts';

type MatchVisit = Visit<{ matchId: string }>;
const pair = z.object({ organisationId: z.uuid(), blockedId: z.uuid() });
const one = z.object({ organisationId: z.uuid() });

export const matchRoutes = new Routes()
  .get(matchPaths.list, can.readMatches, listPage)
  .get(matchPaths.match, can.readMatches, (visit) => matchPage(visit, emptyForm))
  .post(matchPaths.step, can.answerMatch, async (visit) => {
    const { matchId, step } = visit.params;
    if (!isTaking(step)) throw new NotFound('step');
    const taken = await take(visit, { by: 'agent', who: visit.who, matchId }, step);
    if (taken.ok) return visit.go(matchPaths.match.to({ matchId }), taken.notice);
    return matchPage(visit, taken.state, step);
  })
  .post(matchPaths.resume, can.resumeMember, async (visit) => {
    const form = await visit.form(one);
    if (!form.ok) throw new NotFound('organisation');
    await resumeMember(visit.db, visit.who, form.values.organisationId, visit.now);
    return visit.go(matchPaths.list.to({}), words[visit.lang].done.resume);
  })
  .post(matchPaths.unblock, can.answerMatch, async (visit) => {
    const form = await visit.form(pair);
    if (!form.ok) throw new NotFound('organisation');
    await unblockMember(visit.db, visit.who, form.values, visit.now);
    return visit.go(matchPaths.list.to({}), words[visit.lang].done.unblock);
  }).list;

async function matchPage(visit: MatchVisit, state: FormState, tried?: TakingName): Promise<Response> {
  const { view, who, now, params } = visit;
  const { matchId } = params;
  const talk = await readTalk(visit.db, { by: 'agent', who, matchId }, now);
  if (!talk.ok) throw new NotFound('match');
  const urlOf = (step: TakingName) => view.href(matchPaths.step.to({ matchId, step }));
  const about = { view, state, tried, talk: talk.value, today: tokyoDay(now), urlOf };
  return visit.page(<MatchPage {...about} />, state.problems.length > 0 ? 422 : 200);
}

async function listPage(visit: Visit): Promise<Response> {
  const { view, who, lang, now } = visit;
  const asked = visit.query('box');
  const page = await inTransaction(visit.db, who, async (tx) => {
    const own = ownOrganisations(who);
    const waiting = await listWaitingFor(tx, own);
    const fallback: Box = waiting.length > 0 ? 'waiting' : 'open';
    const box = boxes.find((each) => each === asked) ?? fallback;
    const found = box === 'waiting' ? waiting : await listBox(visit, tx, box);
    const shown = found.slice(0, pageSize);
    const last = box !== 'waiting' && found.length > pageSize ? shown.at(-1) : undefined;
    const next = last && matchPaths.list.to({}, { box, at: last.askedAt.toISOString(), after: last.id });
    return (
      <MatchesPage
        view={view}
        box={box}
        lines={await linesOf(tx, visit, shown)}
        waiting={waiting.length}
        next={next && view.href(next)}
        own={await standings(tx, { own, lang, now })}
        rateFrom={(await readDiscipline(tx)).rateFrom}
      />
    );
  });
  return visit.page(page);
}

function listBox({ who, query }: Visit, tx: Tx, box: Exclude<Box, 'waiting'>): Promise<Match[]> {
  const wanted =
    box === 'open'
      ? openStatuses
      : statuses.filter((status) => !(openStatuses as readonly string[]).includes(status));
  const [at, id] = [new Date(query('at')), query('after')];
  const isPlace = !Number.isNaN(at.getTime()) && z.uuid().safeParse(id).success;
  return listMatches(tx, {
    of: ownOrganisations(who),
    statuses: wanted,
    after: isPlace ? { at, id } : undefined,
  });
}

async function linesOf(tx: Tx, { who, now }: Visit, found: readonly Match[]): Promise<Line[]> {
  const names = await listNames(
    tx,
    found.flatMap(({ giverId, receiverId }) => [giverId, receiverId]),
  );
  return found.map((match) => {
    const side = sideOf(match, who) ?? 'giver';
    const other = names.find(({ id }) => id === organisationOf(match, otherSide[side]));
    const since = now.getTime() - match.waitsSince.getTime();
    const waited = match.waitsFor === side ? Math.max(0, Math.floor(since / 86_400_000)) : null;
    const { id, title, status } = match;
    return { id, title, status, other: { ja: other?.nameJa ?? '', en: other?.nameEn ?? null }, waited };
  });
}

async function standings(
  tx: Tx,
  { own, lang, now }: { own: readonly string[]; lang: Lang; now: Date },
): Promise<OwnStanding[]> {
  const blocks = await listBlocks(tx, own);
  const names = await listNames(tx, [...own, ...blocks.map(({ blockedId }) => blockedId)]);
  const nameOf = (id: string) => {
    const row = names.find((each) => each.id === id);
    return row ? contentIn(lang, { ja: row.nameJa, en: row.nameEn }) : '';
  };
  const resting = (await listPauses(tx, own)).map(({ organisationId }) => organisationId);
  const all = [];
  for (const organisationId of own)
    all.push({
      organisationId,
      name: nameOf(organisationId),
      rate: await answerRateOfMember(tx, { organisationId, now }),
      isResting: resting.includes(organisationId),
      blocked: blocks
        .filter((block) => block.organisationId === organisationId)
        .map(({ blockedId: id }) => ({ id, name: nameOf(id) })),
    });
  return all;
}
