import { type OrganisationKind, organisationKinds } from '#platform/access.ts';
import { contentIn } from '#platform/i18n.ts';
import { kindWords } from '#platform/people/words.ts';
import { answerRate, boardWords, type DeskMonth, doors } from '#areas/consultations/index.ts';
import type { Group, Panel } from '../panels.ts';
import { words } from '../words.ts';
import { type Asked, bothMonths } from './asked.ts';

type Desks = readonly DeskMonth[];

/** Contacts by desk and by way, and how many calls were answered. */
export function contactsGroup(asked: Asked): Group {
  const t = words[asked.lang].contacts;
  return { id: 'contacts', title: t.title, panels: [...deskPanels(asked), doorPanel(asked)] };
}

function deskPanels(asked: Asked): readonly Panel[] {
  const { lang, facts, links } = asked;
  const t = words[lang].contacts;
  const desks = [...new Map(facts.desks.map((desk) => [desk.deskId, desk])).values()];
  const labels = desks.map(({ nameJa, nameEn }) => contentIn(lang, { ja: nameJa, en: nameEn }));
  const ofMonth = (month: string, pick: (desk: DeskMonth | undefined) => number | null) =>
    desks.map(({ deskId }) =>
      pick(facts.desks.find((desk) => desk.month === month && desk.deskId === deskId)),
    );
  const both = (pick: (desk: DeskMonth | undefined) => number | null) =>
    bothMonths(asked, ofMonth(facts.month, pick), ofMonth(facts.lastYear, pick));
  const common = { labels, source: links.contacts };
  return [
    {
      ...common,
      id: 'desks',
      title: t.desks,
      definition: t.definition,
      unit: words[lang].count,
      series: both((desk) => sumOf(desk ? [desk] : [])),
      picture: 'grouped',
    },
    {
      ...common,
      id: 'answers',
      title: t.answers,
      definition: t.answersDefinition,
      unit: words[lang].percent,
      series: both((desk) => answerRate(desk?.calls ?? {})),
      picture: 'none',
    },
  ];
}

function doorPanel(asked: Asked): Panel {
  const { lang, facts, links } = asked;
  const t = words[lang].contacts;
  const ofMonth = (month: string) => {
    const own = facts.desks.filter((desk) => desk.month === month);
    return doors.map((door) => sumOf(own, door));
  };
  return {
    id: 'doors',
    title: t.doors,
    definition: t.definition,
    unit: words[lang].count,
    labels: doors.map((door) => boardWords[lang].door[door]),
    series: bothMonths(asked, ofMonth(facts.month), ofMonth(facts.lastYear)),
    picture: 'grouped',
    source: links.contacts,
  };
}

/** Contacts of some desks by one way, or by all. */
function sumOf(desks: Desks, door?: string): number {
  return desks
    .flatMap((desk) => Object.entries(desk.doors))
    .filter(([each]) => door === undefined || each === door)
    .reduce((sum, [, n]) => sum + n, 0);
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
