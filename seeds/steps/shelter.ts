import type { PersonWho } from '#platform/access.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { giveConsent, glass, openGlass } from '#areas/cases/bases/actions.ts';
import { shownWords } from '#areas/cases/bases/shown.ts';
import { callMeeting, type NewMeeting } from '#areas/cases/meetings/call.ts';
import { holdMeeting, writePaper } from '#areas/cases/meetings/papers.ts';
import { listMembers, type Meeting } from '#areas/cases/meetings/store.ts';
import { searchKeys } from '#areas/cases/persons/actions.ts';
import { listCasesByKeys } from '#areas/cases/persons/store.ts';
import { beginProtection, keeper } from '#areas/cases/protections/actions.ts';
import { insertView, raiseAlert } from '#areas/cases/views/store.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { loader } from '../progress.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

const [livelihood, womens, table] = ['livelihood-desk', 'womens-desk', 'sample-npo-table'] as const;

const protectedName = '見本 花子';

/** One person who is protected, glass broken once for them, a meeting that was held and one to come: of invented people. */
export function shelter({ cases }: World, now: Date): readonly Step[] {
  if (!cases.some(({ identity }) => identity.name === protectedName)) return [];
  return [
    { name: 'shelter-protection', as: () => keeper, at: now, run: protect },
    { name: 'shelter-glass', as: () => glass, at: now, run: breakGlass },
    { name: 'shelter-alert', as: () => loader, at: now, run: readAtNight },
    { name: 'shelter-meeting-held', as: (cast) => cast.caseWorkerAt(livelihood), at: now, run: holdOne },
    { name: 'shelter-meeting-to-come', as: (cast) => cast.caseWorkerAt(livelihood), at: now, run: callOne },
  ];
}

async function caseOf({ tx, cast, vault }: Stage, organisation: string, name: string): Promise<string> {
  const organisationIds = [cast.organisation(organisation)];
  const [found] = await listCasesByKeys(tx, { organisationIds, blinds: searchKeys(vault, name) });
  if (!found) throw new Error(`the demo world has no case of ${name}`);
  return found.id;
}

async function protect(stage: Stage): Promise<void> {
  const { tx, who, vault, now } = stage;
  const caseId = await caseOf(stage, womens, protectedName);
  const place = { postalCode: '', address: '見本町九丁目9番9号（例示）', workplace: '見本の花屋（例示）' };
  const other = {
    name: '見本 相手方（例示）',
    relation: '元の配偶者',
    notes: '職場に電話をかけてきたことがある（例示）',
    together: '長女（7歳）',
  };
  const beginsOn = addDays(tokyoDay(now), -345);
  granted(
    await beginProtection(
      tx,
      who,
      { vault, caseId, ground: 'dv', beginsOn, place, other, companions: [] },
      now,
    ),
    'protecting a person',
  );
}

/** A worker of another desk could not wait; their supervisor is told. */
async function breakGlass(stage: Stage): Promise<void> {
  const { tx, vault, cast, now } = stage;
  const caseId = await caseOf(stage, womens, protectedName);
  const { personId } = cast.caseWorkerAt(livelihood);
  const tells = cast.caseSupervisorAt(livelihood).personId;
  const reason = '本人が窓口で倒れ、救急隊に持病を伝えるため（例示）';
  await openGlass(tx, { vault, caseId, reason, tells, personId }, now);
}

/** Three looks late in the evening before: not as usual, and not yet looked into. */
async function readAtNight(stage: Stage): Promise<void> {
  const { tx, cast, now } = stage;
  const caseId = await caseOf(stage, livelihood, '見本 一郎');
  const organisationId = cast.organisation(livelihood);
  const { personId } = cast.caseWorkerAt(livelihood);
  const day = addDays(tokyoDay(now), -1);
  for (const minute of ['10', '24', '41'])
    await insertView(tx, {
      caseId,
      organisationId,
      personId,
      at: new Date(`${day}T23:${minute}:00+09:00`),
      what: 'case',
      as: 'assigned',
    });
  await raiseAlert(tx, { rule: 'night', personId, organisationId, day, count: 3, raisedAt: now });
}

/** Everybody who may be asked in the demo world: names are public there. */
async function askable({ tx, cast }: Stage) {
  const organisations = await listOrganisations(tx);
  return [cast.caseWorkerAt(table), cast.caseSupervisorAt(livelihood)].flatMap(
    ({ personId, name, memberships }) =>
      memberships.flatMap(({ organisationId }) => {
        const organisation = organisations.find(({ id }) => id === organisationId);
        return organisation ? [{ personId, name, organisationId, organisation }] : [];
      }),
  );
}

const usual = {
  before: 72,
  after: 72,
  link: '',
  sworn: true,
  wordsShown: '会議で知ったことを、会議の外で話しません。',
};

async function call(stage: Stage, meeting: Omit<NewMeeting, keyof typeof usual>): Promise<Meeting> {
  const { tx, who, vault, now } = stage;
  const input = { ...usual, ...meeting, vault, askable: await askable(stage) };
  return granted(await callMeeting(tx, who as PersonWho, input, now), 'a meeting');
}

async function holdOne(stage: Stage): Promise<void> {
  const { tx, who, vault, cast, now } = stage;
  const caseId = await caseOf(stage, livelihood, '見本 一郎');
  const on = addDays(tokyoDay(now), -5);
  const organisationIds = [cast.organisation(table)];
  const purpose = '食べものの支援を一緒に考えるため';
  const consent = { caseId, classes: ['identity', 'basic'], organisationIds, purpose, how: 'signed' };
  const wordsShown = await shownWords(tx, consent);
  granted(
    await giveConsent(tx, who, { vault, ...consent, wordsShown, givenOn: on, untilOn: '' }, now),
    'consent for a meeting',
  );
  const { id: meetingId } = await call(stage, {
    caseId,
    kind: 'coordination',
    act: 'practice',
    consented: true,
    purpose: 'share',
    startsAt: new Date(`${on}T14:00:00+09:00`),
    endsAt: new Date(`${on}T15:00:00+09:00`),
    agenda: '一、家賃の滞納と、今月の食べものについて\n二、仕事を探すあいだの支え方',
    memberIds: [cast.caseWorkerAt(table).personId, cast.caseSupervisorAt(livelihood).personId],
    classes: ['identity', 'basic'],
    outsiders: ['見本町内会 会長（例示）'],
  });
  const paper = { vault, meetingId } as const;
  const minutes = '来月まで週に一度、食べものを届ける。家賃は、支払いの相談に支援員が同行する。';
  for (const each of [
    { kind: 'decision', text: '週に一度、食べものを届ける', bearer: 'related' },
    { kind: 'decision', text: '家賃の支払いの相談に同行する', bearer: 'own' },
    { kind: 'minutes', text: minutes },
  ] as const)
    granted(await writePaper(tx, who as PersonWho, { ...paper, ...each }, now), 'a paper of a meeting');
  const attended = (await listMembers(tx, meetingId)).map(({ id }) => id);
  granted(
    await holdMeeting(tx, who as PersonWho, { ...paper, attended, result: '' }, now),
    'holding a meeting',
  );
}

/** 支援会議 about somebody who has not consented yet: what is said stays in it. */
async function callOne(stage: Stage): Promise<void> {
  const { cast, now } = stage;
  const on = addDays(tokyoDay(now), 2);
  await call(stage, {
    caseId: await caseOf(stage, livelihood, '見本 𠮷子'),
    kind: 'support',
    act: 'livelihood-9',
    consented: false,
    purpose: 'share',
    startsAt: new Date(`${on}T10:00:00+09:00`),
    endsAt: new Date(`${on}T11:30:00+09:00`),
    agenda: '家から出られずにいる人へ、だれが、どう声をかけるか',
    memberIds: [cast.caseWorkerAt(table).personId],
    classes: ['basic'],
    outsiders: ['見本地区 民生委員（例示）'],
  });
}
