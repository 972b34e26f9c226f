import { system } from '#platform/access.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { enterMeeting, holdMeeting, writeResult } from '#areas/partnerships/meetings/actions.ts';
import { listMeetings, listTables } from '#areas/partnerships/meetings/store.ts';
import { type Cast, granted } from '../cast.ts';
import type { Step } from '../load.ts';
import type { DemoMembers } from '../partnerships/members.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

const office = (cast: Cast) => cast.atDesk('concierge', 'welfare');
const publicUrl = 'http://localhost:3000';

/** One partner meeting with what came of it, and one to come with entries. */
export function partnerMeetings({ members: demo }: World, now: Date): readonly Step[] {
  if (!demo) return [];
  return [
    { name: 'partner-meetings', as: office, at: now, run: (stage) => holdAll(stage, demo) },
    {
      name: 'partner-meeting-entries',
      as: () => system('partner-meeting-entry'),
      at: now,
      run: (stage) => enterAll(stage, demo),
    },
  ];
}

async function holdAll({ tx, who, cast, now }: Stage, demo: DemoMembers): Promise<void> {
  for (const { ja, en, about, days, entries: _, results, ...meeting } of demo.meetings) {
    const day = addDays(tokyoDay(now), days);
    const held = await holdMeeting(
      tx,
      who,
      {
        ...meeting,
        nameJa: ja,
        nameEn: en,
        aboutJa: about,
        startsAt: new Date(`${day}T14:00:00+09:00`),
        endsAt: new Date(`${day}T16:30:00+09:00`),
        seats: 6,
        illustrative: true,
      },
      now,
    );
    const { meetingId } = granted(held, ja);
    for (const { words, agreed, sides } of results) {
      const [organisationId = null, partnerId = null] = sides.map(cast.organisation);
      granted(
        await writeResult(tx, who, { meetingId, words, agreed, organisationId, partnerId }, now),
        words,
      );
    }
  }
}

async function enterAll({ tx, vault, now }: Stage, demo: DemoMembers): Promise<void> {
  const meetings = await listMeetings(tx);
  for (const { ja, entries } of demo.meetings) {
    const meetingId = meetings.find(({ nameJa }) => nameJa === ja)?.id ?? '';
    const tables = await listTables(tx, meetingId);
    for (const { organisation, name, mail, wishes, ...entry } of entries) {
      const entrant = { name, mail, lang: 'ja' } as const;
      const wanted = wishes.flatMap((at) => tables[at]?.id ?? []);
      const asked = { ...entry, meetingId, organisationName: organisation, wishes: wanted, entrant };
      granted(await enterMeeting(tx, { vault, publicUrl }, asked, now), name);
    }
  }
}
