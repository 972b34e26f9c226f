import type { Group } from '../panels.ts';
import { shareOf } from '../rules.ts';
import { words } from '../words.ts';
import { type Asked, bothMonths } from './asked.ts';

const states = ['fresh', 'due', 'overdue', 'never'] as const;

export function directoryGroup({ lang, facts, links }: Asked): Group {
  const t = words[lang].directory;
  const { freshness } = facts;
  const all = states.reduce((sum, state) => sum + freshness[state], 0);
  return {
    id: 'directory',
    title: t.title,
    panels: [
      {
        id: 'freshness',
        title: t.freshness,
        definition: t.definition,
        unit: words[lang].count,
        labels: states.map((state) => t.states[state]),
        series: [{ label: words[lang].now, values: states.map((state) => freshness[state]) }],
        picture: 'grouped',
        source: links.directory,
      },
      {
        id: 'share',
        title: t.share,
        definition: t.shareDefinition,
        unit: words[lang].percent,
        labels: [t.share],
        series: [{ label: words[lang].now, values: [shareOf(freshness.fresh + freshness.due, all)] }],
        picture: 'none',
        source: links.directory,
      },
    ],
  };
}

export function partnersGroup(asked: Asked): Group {
  const { lang, facts, links } = asked;
  const t = words[lang].partners;
  const { groups, count, percent } = words[lang];
  const of = (members: number, rates: typeof facts.rates) => [
    members,
    rates?.asked ?? null,
    rates?.percent ?? null,
  ];
  return {
    id: 'partners',
    title: t.title,
    panels: [
      {
        id: 'figures',
        title: t.figures,
        definition: t.definition,
        unit: '',
        units: [groups, count, percent],
        labels: [t.members, t.asked, t.rate],
        series: bothMonths(asked, of(facts.members, facts.rates), of(facts.membersBefore, facts.ratesBefore)),
        picture: 'none',
        source: links.members,
      },
    ],
  };
}

export function trainingGroup(asked: Asked): Group {
  const { lang, facts, links } = asked;
  const t = words[lang].training;
  const { times, people } = words[lang];
  const of = ({ sessions, total, distinct }: typeof facts.trainings) => [sessions, total, distinct];
  return {
    id: 'training',
    title: t.title,
    panels: [
      {
        id: 'trainings',
        title: t.figures,
        definition: t.definition,
        unit: '',
        units: [times, people, people],
        labels: [t.sessions, t.total, t.distinct],
        series: bothMonths(asked, of(facts.trainings), of(facts.trainingsBefore)),
        picture: 'none',
        source: links.training,
      },
    ],
  };
}
