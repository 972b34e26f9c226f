import type { Tx } from '#platform/database/database.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Municipality } from '../municipalities/store.ts';
import { languageTerms } from '../taxonomy/features.ts';
import { crisesOf } from './advice/rules.ts';
import { optionsOf, questionsFor, topicsOf } from './conversation/rules.ts';
import type { Answers, Flow, Question } from './flow.ts';
import { type GuideLanguage, guideWords, pageLang, textIn } from './guide/guide.ts';
import type { AnswerLine } from './pages/answers.tsx';
import type { PlaceGroup, PlaceOption } from './pages/place.tsx';
import { QuestionPage } from './pages/question.tsx';
import { ResultPage } from './pages/result.tsx';
import type { Talk } from './pages/talk.tsx';
import { type Guide, readOutcome } from './read.ts';
import { words } from './words.ts';

/** A question as a page, with its place on the way that the answers lead. */
export function questionOf(
  { flow, places }: Guide,
  props: {
    readonly talk: Talk;
    readonly question: Question;
    readonly state: FormState;
    readonly first: boolean;
    readonly fromResult: boolean;
    readonly seen: readonly string[];
  },
) {
  const { talk, question } = props;
  const way = questionsFor(flow, talk.answers);
  const at = way.findIndex(({ id }) => id === question.id) + 1;
  return (
    <QuestionPage
      {...props}
      options={optionsOf(flow, question, talk.answers)}
      places={question.kind === 'place' ? placeGroups(flow, places) : []}
      step={{ at: Math.max(at, 1), all: way.length }}
      crises={crisesOf(flow, talk.answers)}
    />
  );
}

/** The end of the conversation as a page. */
export async function resultOf(tx: Tx, guide: Guide, talk: Talk, now: Date) {
  const { flow, places } = guide;
  const { answers } = talk;
  const outcome = await readOutcome(tx, guide, answers, now);
  return (
    <ResultPage
      talk={talk}
      now={now}
      holidays={outcome.holidays}
      crises={outcome.advice.crises}
      desk={outcome.desk}
      others={outcome.others}
      beside={outcome.beside}
      asksPlace={!answers['municipality'] && answers['place']?.[0] !== 'unsaid'}
      places={placeGroups(flow, places)}
      schemes={outcome.schemes}
      lines={answerLines(guide, answers, talk.language)}
      wasUnderstood={!answers['worry'] && outcome.advice.topics.length > 0}
    />
  );
}

/** Questions on the way, and what was answered, in a language. Languages are said in themselves. */
export function answerLines(
  { flow, places }: Guide,
  answers: Answers,
  language: GuideLanguage,
): readonly AnswerLine[] {
  return questionsFor(flow, answers).map((question) => ({
    id: question.id,
    ask: textIn(language, question.ask),
    said: saidTo({ flow, places }, question, answers, language),
  }));
}

function saidTo(
  { flow, places }: Pick<Guide, 'flow' | 'places'>,
  question: Question,
  answers: Answers,
  language: GuideLanguage,
): readonly string[] {
  const t = guideWords(language);
  const chosen = answers[question.id] ?? [];
  switch (question.kind) {
    case 'worries':
      return [
        ...topicsOf(flow, answers).map(({ label }) => textIn(language, label)),
        ...(answers['words'] ?? []).map((text) => `「${text}」`),
      ];
    case 'place': {
      const place = places.find(({ code }) => code === answers['municipality']?.[0]);
      if (chosen[0] === 'unsaid') return [t.unsaid];
      const name = place && placeOption(place, places)[pageLang(language)];
      return [...(name ? [name] : []), ...(chosen[0] === 'now' ? [t.hereNow] : [])];
    }
    case 'language':
      return languageTerms.filter(({ code }) => chosen.includes(code)).map(({ ownName }) => ownName);
    case 'pressing':
    case 'choice':
    case 'choices':
      return optionsOf(flow, question, answers)
        .filter(({ value }) => chosen.includes(value))
        .map(({ label }) => textIn(language, label));
  }
}

/** A ward is never said without its city: two of them may share a name. */
export function placeOption(place: Municipality, all: readonly Municipality[]): PlaceOption {
  const city = place.kind === 'ward' ? all.find(({ code }) => code === place.parentCode) : undefined;
  return {
    code: place.code,
    ja: `${city?.nameJa ?? ''}${place.nameJa}`,
    en: city ? `${place.nameEn}, ${city.nameEn}` : place.nameEn,
  };
}

/** A city whose wards have desks of their own is chosen by ward, or whole where the ward is not known. */
export function placeGroups(flow: Flow, places: readonly Municipality[]): readonly PlaceGroup[] {
  const desks = flow.tables['support'] ?? {};
  const option = (place: Municipality) => placeOption(place, places);
  const wardsOf = (code: string) =>
    places.filter((place) => place.kind === 'ward' && place.parentCode === code && desks[place.code]);
  const governments = places.filter(({ kind }) => kind !== 'ward' && kind !== 'prefecture');
  const split = governments.filter(({ code }) => wardsOf(code).length > 0);
  const isCountry = ({ kind }: Municipality) => kind === 'town' || kind === 'village';
  const rest = governments.filter((place) => !split.includes(place));
  const groups: PlaceGroup[] = split.map((city) => ({
    ja: city.nameJa,
    en: city.nameEn,
    places: [
      ...wardsOf(city.code).map(option),
      { code: city.code, ja: words.ja.wholeCity(city.nameJa), en: words.en.wholeCity(city.nameEn) },
    ],
  }));
  return [
    ...groups,
    { ja: words.ja.cities, en: words.en.cities, places: rest.filter((each) => !isCountry(each)).map(option) },
    { ja: words.ja.towns, en: words.en.towns, places: rest.filter(isCountry).map(option) },
  ].filter((group) => group.places.length > 0);
}
