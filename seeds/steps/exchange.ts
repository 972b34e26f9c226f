import { addDays, tokyoDay } from '#platform/dates.ts';
import { draftPost, stepPost } from '#areas/partnerships/exchange/actions.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import type { DemoPost } from '../partnerships/posts.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

/** Long enough ago that what became of them is told in days since. */
const published = 70;

/** Needs and offers of all five kinds, each written and published by its member. */
export function exchange({ posts }: World, now: Date): readonly Step[] {
  return [...Map.groupBy(posts, ({ owner }) => owner)].map(([owner, own], turn) => ({
    name: `exchange-${owner}`,
    as: (cast) => cast.atDesk('member-agent', owner),
    at: new Date(now.getTime() - published * 86_400_000 - turn * 60_000),
    run: async (stage) => {
      for (const post of own) await publish(stage, post, tokyoDay(now));
    },
  }));
}

async function publish({ tx, who, cast, now }: Stage, demo: DemoPost, today: string): Promise<void> {
  const { owner, from, days, useByDays, details, ...post } = demo;
  const useBy = useByDays === undefined ? [] : [['useBy', addDays(today, useByDays)] as const];
  const input = {
    ...post,
    organisationId: cast.organisation(owner),
    startsOn: addDays(today, from),
    endsOn: addDays(today, days),
    details: { ...details, ...Object.fromEntries(useBy) },
    illustrative: true,
  };
  const { postId } = granted(await draftPost(tx, who, input, now), post.title);
  granted(await stepPost(tx, who, { postId, step: 'publish' }, now), post.title);
}
