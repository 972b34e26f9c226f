import { system } from '#platform/access.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import type { Result } from '#platform/result.ts';
import { makeLog } from '#platform/log.ts';
import { listPostsOf } from '#areas/partnerships/exchange/store.ts';
import {
  acceptMatch,
  confirmAgreement,
  declineMatch,
  draftAgreement,
  say,
  withdrawMatch,
} from '#areas/partnerships/matches/actions.ts';
import { findOpenMatch } from '#areas/partnerships/matches/discipline/store.ts';
import { receive, showThanks, thank } from '#areas/partnerships/matches/deliveries/actions.ts';
import { watchMatches } from '#areas/partnerships/matches/jobs.ts';
import { countMatch } from '#areas/partnerships/matches/office/actions.ts';
import { askMatch } from '#areas/partnerships/matches/requests/actions.ts';
import type { Entrance } from '#areas/partnerships/matches/enter.ts';
import { openStatuses } from '#areas/partnerships/matches/rules.ts';
import { findMatch, type Match } from '#areas/partnerships/matches/store.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import type { DemoAct, DemoMatch } from '../partnerships/matches.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

/** A morning on which what had no answer lapses, and who was silent three times rests. */
const morning = 45;

interface Turn extends Pick<Step, 'as' | 'run'> {
  readonly ago: number;
}

/** Matches of all five kinds and in every state, each by the steps of its two sides, in the order of their days. */
export function matches({ matches: all }: World, now: Date): readonly Step[] {
  if (all.length === 0) return [];
  const turns = all.flatMap((demo): Turn[] => [
    { ago: demo.ago, as: (cast) => cast.atDesk('member-agent', demo.by), run: (stage) => ask(stage, demo) },
    ...demo.acts.map(
      (act): Turn => ({ ago: act.ago, as: actor(demo, act), run: (stage) => take(stage, demo, act) }),
    ),
  ]);
  const silence: Turn = { ago: morning, as: () => system('match.watch'), run: watch };
  return [...turns, silence]
    .toSorted((one, other) => other.ago - one.ago)
    .map(({ ago, as, run }, at) => ({
      name: `match-${at}`,
      as,
      at: new Date(now.getTime() - ago * 86_400_000),
      run: async (stage) => {
        await run(stage);
        tellNobody(stage);
      },
    }));
}

function actor({ of, by: asker }: DemoMatch, { by }: DemoAct): Step['as'] {
  if (by === 'office') return (cast) => cast.atDesk('concierge', 'welfare');
  return (cast) => cast.atDesk('member-agent', by === 'owner' ? of : asker);
}

async function postOf({ tx, cast }: Stage, { of, post }: DemoMatch): Promise<string> {
  const posts = await listPostsOf(tx, { organisationId: cast.organisation(of) });
  const found = posts.find(({ title }) => title === post);
  if (!found) throw new Error(`the demo world has no post ${post}`);
  return found.id;
}

async function ask(stage: Stage, demo: DemoMatch): Promise<void> {
  const { tx, who, cast, now } = stage;
  const { by, quantity, request } = demo;
  const postId = await postOf(stage, demo);
  const asking = { postId, organisationId: cast.organisation(by), quantity, request, illustrative: true };
  granted(await askMatch(tx, who, asking, now), request.what);
}

async function take(stage: Stage, demo: DemoMatch, act: DemoAct): Promise<void> {
  const { tx, who, cast } = stage;
  const asked = { postId: await postOf(stage, demo), organisationId: cast.organisation(demo.by) };
  const matchId = (await findOpenMatch(tx, { ...asked, statuses: openStatuses })) ?? '';
  const match = await findMatch(tx, matchId);
  granted(await steps({ ...stage, act, match, by: { by: 'agent', who, matchId } }), demo.request.what);
}

interface Taking extends Stage {
  readonly act: DemoAct;
  readonly match: Match;
  readonly by: Entrance;
}

function steps({ tx, who, now, act, match, by }: Taking): Promise<Result<unknown, string>> {
  const today = tokyoDay(now);
  switch (act.step) {
    case 'accept':
      return acceptMatch(tx, by, now);
    case 'decline':
      return declineMatch(tx, by, act, now);
    case 'withdraw':
      return withdrawMatch(tx, by, act, now);
    case 'say':
      return say(tx, by, act, now);
    case 'draft': {
      const { words: text, quantity, days } = act;
      return draftAgreement(tx, by, { text, quantity, dueOn: addDays(today, days) }, now);
    }
    case 'confirm':
      return confirmAgreement(tx, by, { seenVersion: match.draftVersion }, now);
    case 'receive': {
      const { quantity, last } = act;
      return receive(tx, by, { on: today, unit: match.unit, yen: null, quantity, last }, now);
    }
    case 'thank':
      return thank(tx, by, { words: act.words, offered: true }, now);
    case 'show':
      return showThanks(tx, by, { shown: true }, now);
    case 'count':
      return countMatch(tx, who, match.id, now);
  }
}

async function watch({ tx, who, now }: Stage): Promise<void> {
  await watchMatches({ db: tx, who, now, log: makeLog('silent') }, 'http://localhost:3000');
}

/** Nobody is mailed now of what was said on days long past. */
function tellNobody({ tx }: Stage): void {
  for (const { rows } of tx.closing?.statements.values() ?? [])
    for (const [key, values] of rows) if (values.includes('match.tell')) rows.delete(key);
}
