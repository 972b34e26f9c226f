import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../flow.ts';
import { guideLanguages } from '../guide/guide.ts';
import { kanagawaFlow as flow, kanagawaPlaces } from '../kanagawa.testing.ts';
import {
  type Known,
  nextQuestion,
  optionsOf,
  pass,
  questionBefore,
  questionsFor,
  readAnswers,
  reopen,
  topicsIn,
  topicsOf,
} from './rules.ts';

const known: Known = {
  languages: guideLanguages,
  municipalities: kanagawaPlaces.map(({ code }) => code),
  further: ['household', 'work'],
};
const read = (fields: Record<string, unknown>) => readAnswers(flow, fields, known);

describe('the way of the conversation', () => {
  test('asks one thing after the other; the worst only where there are several', () => {
    const way = (answers: Answers) => questionsFor(flow, answers).map(({ id }) => id);
    expect(way({ worry: ['income'] })).toEqual(['worry', 'place', 'urgency', 'who', 'contact', 'language']);
    expect(way({ worry: ['income', 'debt'] })[1]).toBe('pressing');
  });

  test('every question can be answered, skipped, opened again and walked back from', () => {
    let answers: Answers = {};
    const seen: string[] = [];
    for (let next = nextQuestion(flow, answers); next; next = nextQuestion(flow, answers)) {
      expect(questionBefore(flow, answers, next.id)?.id).toBe(seen.at(-1));
      seen.push(next.id);
      answers = pass(answers, next.id);
    }
    expect(seen).toEqual(['worry', 'place', 'urgency', 'who', 'contact', 'language']);
    expect(nextQuestion(flow, reopen(answers, 'urgency'))?.id).toBe('urgency');
  });

  test('the worst is chosen among the worries that were chosen', () => {
    const pressing = flow.questions.find(({ kind }) => kind === 'pressing');
    if (!pressing) throw new Error('no such question');
    const options = optionsOf(flow, pressing, { worry: ['debt', 'income'] });
    expect(options.map(({ value }) => value)).toEqual(['debt', 'income']);
    expect(topicsOf(flow, { worry: ['debt', 'income'], pressing: ['income'] })[0]?.value).toBe('income');
    expect(topicsOf(flow, { worry: ['debt'], pressing: ['income'] }).map(({ value }) => value)).toEqual([
      'debt',
    ]);
  });
});

describe('what a form brings', () => {
  test('is kept as far as the flow knows it', () => {
    expect(
      read({
        worry: ['debt', 'moon', 'debt'],
        urgency: 'now',
        municipality: '14201',
        contact: ['phone', 'pigeon'],
      }),
    ).toEqual({
      worry: ['debt'],
      urgency: ['now'],
      municipality: ['14201'],
      place: ['live'],
      contact: ['phone'],
    });
  });

  test.each<[string, Record<string, unknown>, Answers]>([
    ['an unknown municipality', { municipality: '99999', place: 'live' }, {}],
    ['a place without a municipality', { place: 'live' }, {}],
    ['here for now, before the municipality is known', { place: 'now' }, { place: ['now'] }],
    ['unsaid wins over a municipality', { place: 'unsaid', municipality: '14201' }, { place: ['unsaid'] }],
    ['two answers where one is asked', { urgency: ['now', 'month'] }, { urgency: ['now'] }],
    [
      'questions passed that are not there',
      { asked: ['worry', 'constructor', '__proto__'] },
      { asked: ['worry'] },
    ],
    ['a file or an object instead of text', { urgency: { evil: true }, words: new Blob() }, {}],
    [
      'what schemes ask, shortened to what can be',
      { household: '3', work: 'x'.repeat(21) },
      { household: ['3'] },
    ],
  ])('%s', (_, fields, answers) => {
    expect(read(fields)).toEqual(answers);
  });

  test('is never more than can be answered, whatever is forged', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('worry', 'pressing', 'place', 'municipality', 'words', 'asked', 'language', 'x'),
          fc.oneof(fc.string(), fc.array(fc.string()), fc.integer(), fc.constant(null)),
        ),
        (fields) => {
          const once = read(fields);
          expect(read(once)).toEqual(once);
          expect(questionsFor(flow, once).length).toBeGreaterThan(4);
        },
      ),
    );
  });

  test('a megabyte of words is cut, not dropped', () => {
    expect(read({ words: 'あ'.repeat(1_000_000) })['words']?.[0]).toHaveLength(2000);
  });
});

describe('what people write is understood by its words', () => {
  test.each([
    ['家賃を３か月払えていません', 'rent_loan'],
    ['ヤチンが払えない', 'rent_loan'],
    ['ﾔﾁﾝの滞納', 'rent_loan'],
    ['今日食べるものがない', 'no_food'],
    ['仕事を探しています', 'job_search'],
    ['電気代の督促が来た', 'tax_utility'],
    ['カードの借金が返せない', 'debt'],
    ['給料が未払いです', 'job_trouble'],
    ['母の介護で眠れない', 'eldercare'],
    ['息子がひきこもりです', 'hikikomori'],
    ['不登校の娘', 'hikikomori'],
    ['妊娠しました', 'childcare'],
    ['離婚したい', 'family'],
    ['話し相手がいない', 'community'],
    ['ネットカフェで寝泊まりしている', 'housing'],
    ['夫に殴られる', 'violence'],
    ['うつで働けない', 'job_search'],
    ['I cannot pay my rent', 'rent_loan'],
    ['estou com fome', 'no_food'],
    ['खाना छैन', 'no_food'],
    ['付不起房租', 'rent_loan'],
  ])('«%s» is about %s', (text, topic) => {
    expect(topicsIn(flow, text)).toContain(topic);
  });

  test.each(['', '   ', '???', '\u0000', 'zzzz'])('«%s» says nothing, and that is no mistake', (text) => {
    expect(topicsIn(flow, text)).toEqual([]);
  });

  test('what was ticked goes before what was written', () => {
    expect(topicsOf(flow, { worry: ['debt'], words: ['家賃'] }).map(({ value }) => value)).toEqual(['debt']);
    expect(topicsOf(flow, { words: ['家賃'] }).map(({ value }) => value)[0]).toBe('rent_loan');
  });
});

test('the conversation is there in every language that desks speak', () => {
  for (const question of flow.questions)
    for (const language of guideLanguages) {
      expect(question.ask[language], `${question.id} ${language}`).toBeTruthy();
      for (const option of question.options ?? []) expect(option.label[language]).toBeTruthy();
    }
  for (const topic of flow.topics)
    for (const language of guideLanguages) expect(topic.label[language], topic.value).toBeTruthy();
});
