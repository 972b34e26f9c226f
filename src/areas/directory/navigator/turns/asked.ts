import type { Lang } from '#platform/i18n.ts';
import type { CrisisKind } from '../../crisis/rules.ts';
import { linesForAll } from '../../emergency/lines.ts';
import { openingNow } from '../../hours/lately.ts';
import { openingText } from '../../hours/text.ts';
import { languageTerms } from '../../taxonomy/features.ts';
import { optionsOf, questionsFor, topicsOf } from '../conversation/rules.ts';
import type { Answers } from '../flow.ts';
import {
  type GuideLanguage,
  guideLanguages,
  guideWords,
  isGuideLanguage,
  pageLang,
  textIn,
} from '../guide/guide.ts';
import type { PlaceGroup } from '../pages/place.tsx';
import type { NamedService } from '../pages/result.tsx';
import type { Guide, Outcome } from '../read.ts';
import { placeGroups, placeOption } from '../shown.tsx';
import { type Standing, type TurnFacts, turnValues } from './rules.ts';

export interface TurnChoice {
  /** What a press brings back: `<question>:<value>`. */
  readonly value: string;
  readonly label: string;
}

/** A question as a conversation asks it, whatever shows it: buttons in chat, quick replies on LINE. */
export interface AskedTurn {
  readonly id: string;
  readonly text: string;
  readonly choices: readonly TurnChoice[];
  /** Several may be chosen at once. */
  readonly several: boolean;
  /** Of a question about a place: municipalities with `<question>:<code>`. */
  readonly places: readonly { readonly label: string; readonly choices: readonly TurnChoice[] }[];
  readonly skip: TurnChoice;
  /** Straight to who can help, without further questions. */
  readonly advice: TurnChoice;
  readonly next: string;
}

/** The language of a conversation: as it was answered, else that of its page. */
export function languageOf(answers: Answers, lang: string): GuideLanguage {
  const [answered] = answers['language'] ?? [];
  const spoken = answered ?? lang;
  return isGuideLanguage(spoken) ? spoken : 'ja';
}

export function turnFacts({ known, places }: Guide): TurnFacts {
  const wards = places.filter(({ kind }) => kind === 'ward');
  const isAlone = (name: string) => wards.filter(({ nameJa }) => nameJa === name).length === 1;
  return {
    known,
    places: places
      .filter(({ kind }) => kind !== 'prefecture')
      .map((place) => {
        const { code, ja } = placeOption(place, places);
        const alone = place.kind !== 'ward' || isAlone(place.nameJa);
        return { code, names: alone ? [ja, place.nameJa, place.nameEn] : [ja] };
      }),
    languages: languageTerms.map(({ code, ownName, name }) => ({ code, names: [ownName, name.ja, name.en] })),
  };
}

/** What is asked where somebody stands; undefined when all was asked. */
export function askedAt(
  { flow, places }: Guide,
  standing: Standing,
  language: GuideLanguage,
): AskedTurn | undefined {
  const question = questionsFor(flow, standing.answers).find(({ id }) => id === standing.on);
  if (!question) return undefined;
  const t = guideWords(language);
  const choice = (value: string, label: string): TurnChoice => ({ value: `${question.id}:${value}`, label });
  const hint = question.hint ? `\n${textIn(language, question.hint)}` : '';
  const options =
    question.kind === 'place'
      ? [choice('now', t.hereNow), choice('unsaid', t.unsaid)]
      : question.kind === 'language'
        ? languageTerms
            .filter(({ code }) => (guideLanguages as readonly string[]).includes(code))
            .map(({ code, ownName }) => choice(code, ownName))
        : optionsOf(flow, question, standing.answers).map(({ value, label }) =>
            choice(value, textIn(language, label)),
          );
  return {
    id: question.id,
    text: `${textIn(language, question.ask)}${hint}`,
    choices: options,
    several: question.kind === 'worries' || question.kind === 'choices',
    places: question.kind === 'place' ? placesOf(placeGroups(flow, places), language, choice) : [],
    skip: choice(turnValues.skip, t.skip),
    advice: choice(turnValues.advice, t.see),
    next: t.next,
  };
}

function placesOf(
  groups: readonly PlaceGroup[],
  language: GuideLanguage,
  choice: (value: string, label: string) => TurnChoice,
) {
  const lang = pageLang(language);
  return groups.map((group) => ({
    label: group[lang],
    choices: group.places.map((place) => choice(place.code, place[lang])),
  }));
}

/** What was pressed, in the person's own language: it stands in the conversation as what they said. */
export function chosenText(
  guide: Guide,
  { standing, chosen, language }: { standing: Standing; chosen: readonly string[]; language: GuideLanguage },
): string {
  const asked = askedAt(guide, standing, language);
  const all = asked ? [...asked.choices, ...asked.places.flatMap(({ choices }) => choices)] : [];
  return all
    .filter(({ value }) => chosen.includes(value.slice(value.indexOf(':') + 1)))
    .map(({ label }) => label)
    .join('、');
}

/** National lines for what cannot wait, as sentences. */
export function crisisLines(kinds: readonly CrisisKind[], lang: Lang): readonly string[] {
  return linesForAll(kinds).map((line) => `${line.number}　${line.name[lang]}（${line.hoursText[lang]}）`);
}

/** What the answers lead to as sentences: the one desk, who is there now, who helps beside it, what may fit. */
export function adviceText(outcome: Outcome, language: GuideLanguage, now: Date): string {
  const t = guideWords(language);
  const line = (named: NamedService) => serviceLine(named, { language, now, outcome });
  const open = outcome.others.filter(({ isOpen }) => isOpen).slice(0, 3);
  const later = open.length > 0 || outcome.desk?.isOpen ? [] : outcome.others.slice(0, 2);
  const schemes = outcome.schemes.filter(({ verdict }) => verdict !== 'no').slice(0, 4);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [t.now, open.map(line)],
    [t.desk, outcome.desk ? [line(outcome.desk)] : []],
    [t.closedNow, later.map(line)],
    [t.beside, outcome.beside.map(line)],
    [t.schemes, schemes.map(({ version }) => `・${textIn(language, version.name)}`)],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => [`【${heading}】`, ...lines].join('\n'))
    .join('\n\n');
}

function serviceLine(
  { service, why }: NamedService,
  { language, now, outcome }: { language: GuideLanguage; now: Date; outcome: Outcome },
): string {
  const { content } = service;
  const opening = openingNow(content, now, outcome.holidays);
  const phone = content.channels.find(({ kind, value }) => kind === 'phone' && value)?.value;
  const facts = [phone, openingText(pageLang(language), opening, now)].filter(Boolean).join('　');
  return [
    `・${textIn(language, content.name)}`,
    `　${facts}`,
    ...(why ? [`　${textIn(language, why)}`] : []),
  ].join('\n');
}

/** Worries and place of the answers, as the record of a consultation keeps them. */
export function recordOf({ flow }: Guide, answers: Answers) {
  const worries = topicsOf(flow, answers).map(({ value }) => value);
  return { worries, mainWorry: worries[0] ?? '', municipality: answers['municipality']?.[0] ?? '' };
}
