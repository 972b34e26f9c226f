import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Known } from '../conversation/rules.ts';
import { inventedFlow as flow } from '../fixtures.ts';
import { guideLanguages } from '../guide/guide.ts';
import { type Said, type Standing, standingAt, takeTurn, type TurnFacts } from './rules.ts';

const known: Known = { languages: guideLanguages, municipalities: ['99201', '99100', '99101'], further: [] };
const facts: TurnFacts = {
  known,
  places: [
    { code: '99201', names: ['みほん市'] },
    { code: '99100', names: ['大みほん市'] },
    { code: '99101', names: ['大みほん市東区', '東区'] },
  ],
  languages: [
    { code: 'ja', names: ['日本語'] },
    { code: 'ne', names: ['नेपाली', 'ネパール語'] },
  ],
};
const start = standingAt(flow, {});
const turn = (standing: Standing, said: Said) => takeTurn(flow, standing, said, facts);
const press = (standing: Standing, ...choices: string[]) => turn(standing, { choices });
const write = (standing: Standing, words: string) => turn(standing, { words });
const at = (answers: Standing['answers']) => standingAt(flow, answers);

describe('a press', () => {
  test('answers the question that is asked, and leads to the next', () => {
    const { standing, heard } = press(start, 'worry:rent_loan');
    expect(heard).toBe('answered');
    expect(standing).toEqual({ answers: { worry: ['rent_loan'], asked: ['worry'] }, on: 'place' });
  });

  test('of several worries leads to the question which is the worst', () => {
    expect(press(start, 'worry:rent_loan', 'worry:housing').standing.on).toBe('pressing');
  });

  test.each([
    ['of an earlier question', at({ worry: ['rent_loan'] }), 'worry:housing'],
    ['of what the flow does not know', start, 'worry:moon'],
    ['of nothing', start, ''],
    ['after the advice', { answers: { worry: ['rent_loan'] } }, 'worry:housing'],
  ])('%s changes nothing', (_, standing, choice) => {
    expect(press(standing, choice)).toMatchObject({ heard: 'stale', standing });
  });

  test('skips a question, sees the advice at once, and begins again with the words still there', () => {
    expect(press(start, 'worry:-').standing.on).toBe('place');
    expect(press(start, 'worry:=').standing.on).toBeUndefined();
    const end: Standing = { answers: { worry: ['rent_loan'], words: ['つらい'] } };
    expect(press(end, ':!').standing).toEqual({ answers: { words: ['つらい'] }, on: 'worry' });
  });

  test('says here for now without a municipality: where that is, is asked once', () => {
    const onPlace = at({ worry: ['rent_loan'] });
    const now = press(onPlace, 'place:now');
    expect(now).toMatchObject({ heard: 'noted', standing: { on: 'place' } });
    const named = write(now.standing, 'いまは みほん市 にいます');
    expect(named.standing.answers).toMatchObject({ place: ['now'], municipality: ['99201'] });
    expect(named.standing.on).toBe('urgency');
    expect(press(now.standing, 'place:unsaid').standing.answers).toMatchObject({ place: ['unsaid'] });
  });
});

describe('what is written', () => {
  test('is understood by the same words as on the pages', () => {
    expect(write(start, '家賃が払えません').standing).toMatchObject({
      answers: { words: ['家賃が払えません'] },
      on: 'place',
    });
  });

  test('is kept and asked about once when no word of it is known; then the conversation goes on', () => {
    const first = write(start, 'こんにちは');
    expect(first).toMatchObject({ heard: 'noted', standing: { on: 'worry' } });
    expect(write(first.standing, 'うまく言えません').standing).toMatchObject({
      answers: { words: ['こんにちは\nうまく言えません'] },
      on: 'place',
    });
  });

  test.each([
    [
      'the number of a choice, full width',
      at({ worry: ['rent_loan'], place: ['unsaid'] }),
      '１',
      'urgency',
      'now',
    ],
    [
      'the words of a choice',
      at({ worry: ['rent_loan'], place: ['unsaid'] }),
      ' 急がない。',
      'urgency',
      'talk',
    ],
    [
      'a place, the longest name first',
      at({ worry: ['rent_loan'] }),
      '大みほん市東区です',
      'municipality',
      '99101',
    ],
    ['a ward alone', at({ worry: ['rent_loan'] }), '東区', 'municipality', '99101'],
    [
      'a language in itself',
      at({ worry: ['rent_loan'], place: ['unsaid'], urgency: ['talk'] }),
      'नेपाली',
      'language',
      'ne',
    ],
  ])('may be %s', (_, standing, words, name, value) => {
    const { standing: after, heard } = write(standing, words);
    expect(heard).toBe('answered');
    expect(after.answers[name]).toEqual([value]);
  });

  test('in the middle of another question is kept for the counsellor, and the question stays', () => {
    const onUrgency = at({ worry: ['rent_loan'], place: ['unsaid'] });
    expect(write(onUrgency, '子どもが二人います')).toMatchObject({
      heard: 'noted',
      standing: { answers: { words: ['子どもが二人います'] }, on: 'urgency' },
    });
  });
});

describe('what cannot wait', () => {
  test('is said at the turn in which it is told, by words or by a press, and not again', () => {
    const first = write(start, '死にたい');
    expect(first.crises).toEqual(['suicide']);
    expect(press(first.standing, 'worry:violence').crises).toEqual(['violence']);
    expect(press(press(start, 'worry:violence').standing, 'place:unsaid').crises).toEqual([]);
  });

  test('is seen after the advice too', () => {
    expect(write({ answers: { worry: ['rent_loan'] } }, 'もう死にたいです').crises).toEqual(['suicide']);
  });
});

test('whatever is sent, answers stay what the flow knows and every question can be passed', () => {
  const said = fc.oneof(
    fc.record({ words: fc.string({ maxLength: 40 }) }),
    fc.record({
      choices: fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('worry:rent_loan', 'place:now', 'urgency:now', 'x:__proto__', 'worry:-'),
        ),
      ),
    }),
  );
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), (all) => {
      let standing = start;
      for (const each of all) ({ standing } = turn(standing, each));
      for (let steps = 0; standing.on; steps++) {
        expect(steps).toBeLessThan(10);
        ({ standing } = press(standing, `${standing.on}:-`));
      }
      expect(standing.answers['worry'] ?? []).not.toContain('moon');
    }),
  );
});
