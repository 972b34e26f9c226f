import { addDays, tokyoDay } from '#platform/dates.ts';
import { system } from '#platform/access.ts';
import {
  answerApplication,
  applyForMembership,
  stepByLink,
} from '#areas/partnerships/applications/actions.ts';
import { listApplications } from '#areas/partnerships/applications/store.ts';
import { makeGroup, nameChair, writeGroupNote } from '#areas/partnerships/groups/actions.ts';
import { insertGroupMember } from '#areas/partnerships/groups/store.ts';
import { enterMember } from '#areas/partnerships/members/actions.ts';
import { type Cast, granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import type { DemoMembers } from '../partnerships/members.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

const office = (cast: Cast) => cast.atDesk('concierge', 'welfare');
const asApplicant = () => system('member-application');
const publicUrl = 'http://localhost:3000';

/** The platform: members that signed on paper, their working groups, and two applications that wait. */
export function members({ members: demo }: World, now: Date): readonly Step[] {
  if (!demo) return [];
  return [
    { name: 'members', as: office, at: now, run: (stage) => enterAll(stage, demo) },
    { name: 'working-groups', as: office, at: now, run: (stage) => makeGroups(stage, demo) },
    { name: 'member-applications', as: asApplicant, at: now, run: (stage) => applyAll(stage, demo) },
    { name: 'member-questions', as: office, at: now, run: (stage) => askBack(stage, demo) },
  ];
}

async function enterAll({ tx, who, cast, now }: Stage, demo: DemoMembers): Promise<void> {
  for (const { code, ja, en, ...member } of demo.members) {
    const organisationId = cast.organisation(code);
    const entered = { ...member, organisationId, aboutJa: ja, aboutEn: en, website: '', illustrative: true };
    granted(await enterMember(tx, who, entered, now), code);
  }
}

async function makeGroups({ tx, who, cast, now }: Stage, demo: DemoMembers): Promise<void> {
  for (const { ja, en, purposeJa, purposeEn, chair, members: codes, notes } of demo.groups) {
    const names = { nameJa: ja, nameEn: en, purposeJa, purposeEn, illustrative: true };
    const { groupId } = await makeGroup(tx, who, names, now);
    for (const code of codes)
      await insertGroupMember(tx, { groupId, organisationId: cast.organisation(code), joinedAt: now });
    granted(await nameChair(tx, who, { groupId, chairId: cast.organisation(chair) }, now), ja);
    for (const { daysAgo, ...note } of notes) {
      const heldOn = addDays(tokyoDay(now), -daysAgo);
      granted(await writeGroupNote(tx, who, { groupId, heldOn, ...note }, noon(heldOn)), note.title);
    }
  }
}

async function applyAll({ tx, vault, now }: Stage, demo: DemoMembers): Promise<void> {
  for (const { name, person, mail, asks: _, ...asked } of demo.applications) {
    const applicant = { name: person, mail, phone: '' };
    const told = {
      ...asked,
      organisationName: name,
      website: '',
      groupIds: [],
      applicant,
      lang: 'ja',
    } as const;
    const token = await applyForMembership(tx, { vault, publicUrl }, told, now);
    if (!token) throw new Error(`${name} has applied already`);
    granted(await stepByLink(tx, { token, step: 'confirm' }, now), name);
  }
}

async function askBack({ tx, who, vault, now }: Stage, demo: DemoMembers): Promise<void> {
  for (const { id, organisationName } of await listApplications(tx, ['asked'])) {
    const words = demo.applications.find(({ name }) => name === organisationName)?.asks;
    if (words)
      granted(await answerApplication(tx, who, { id, step: 'ask', words, vault, publicUrl }, now), words);
  }
}
