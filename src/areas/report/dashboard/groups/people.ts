import { type OrganisationKind, organisationKinds } from '#platform/access.ts';
import { contentIn } from '#platform/i18n.ts';
import { kindWords } from '#platform/people/words.ts';
import { answerRate, boardWords, type DeskMonth, doors } from '#areas/consultations/index.ts';
import type { Group } from '../panels.ts';
import { words } from '../words.ts';
import { type Asked, bothMonths } from './asked.ts';

/** Contacts by desk and by way, and how many calls were answered. */
export function contactsGroup(asked: Asked): Group {
  const { lang, facts, links } = asked;
  const t = words[lang].contacts;
  const desks = [...new Map(facts.desks.map((desk) => [desk.deskId, desk])).values()];
  const of = (month: string, deskId: string) =>
    facts.desks.find((desk) => desk.month === month && desk.deskId === deskId);
  const all = (desk: DeskMonth | undefined) =>
    Object.values(desk?.doors ?? {}).reduce((sum, n) => sum + n, 0);
  const ofDesks = <T>(pick: (desk: DeskMonth | undefined) => T, month: string) =>
    desks.map(({ deskId }) => pick(of(month, deskId)));
  const ofDoor = (month: string) =>
    doors.map((door) =>
      facts.desks
        .filter((desk) => desk.month === month)
        .reduce((sum, desk) => sum + (desk.doors[door] ?? 0), 0),
    );
  const rate = (desk: DeskMonth | undefined) => answerRate(desk?.calls ?? {});
  const months = [facts.month, facts.lastYear] as const;
  const labels = desks.map(({ nameJa, nameEn }) => contentIn(lang, { ja: nameJa, en: nameEn }));
  const common = { unit: words[lang].count, definition: t.definition, source: links.contacts };
  return {
    id: 'contacts',
    title: t.title,
    panels: [
      {
        ...common,
        id: 'desks',
        title: t.desks,
        labels,
        series: bothMonths(asked, ofDesks(all, months[0]), ofDesks(all, months[1])),
        picture: 'grouped',
      },
      {
        ...common,
        id: 'doors',
        title: t.doors,
        labels: doors.map((door) => boardWords[lang].door[door]),
        series: bothMonths(asked, ofDoor(months[0]), ofDoor(months[1])),
        picture: 'grouped',
      },
      {
        ...common,
        id: 'answers',
        title: t.answers,
        definition: t.answersDefinition,
        unit: words[lang].percent,
        labels,
        series: bothMonths(asked, ofDesks(rate, months[0]), ofDesks(rate, months[1])),
        picture: 'none',
      },
    ],
  };
}

/** Referrals that go on, and those that have waited too long; of whom is in no number. */
export function referralsGroup({ lang, facts, links }: Asked): Group {
  const t = words[lang].referrals;
  const of = (kind: OrganisationKind, pick: 'open' | 'tooLong') =>
    facts.referrals.find((row) => row.kind === kind)?.[pick] ?? 0;
  const kinds = organisationKinds.filter((kind) => of(kind, 'open') > 0);
  return {
    id: 'referrals',
    title: t.title,
    panels: [
      {
        id: 'open',
        title: t.open,
        definition: t.definition,
        unit: words[lang].count,
        labels: kinds.map((kind) => kindWords[lang][kind]),
        series: [
          { label: t.all, values: kinds.map((kind) => of(kind, 'open')) },
          { label: t.tooLong, values: kinds.map((kind) => of(kind, 'tooLong')) },
        ],
        picture: 'grouped',
        source: links.cases,
      },
    ],
  };
}
