import { describe, expect, test } from 'vitest';
import type { Answers } from '../flow.ts';
import { kanagawaFlow as flow, kanagawaPlaces } from '../kanagawa.testing.ts';
import { adviseFor, type Candidate, crisesOf, inOrderOfHelp } from './rules.ts';

const advise = (answers: Answers) =>
  adviseFor(flow, answers, { places: kanagawaPlaces, isVisible: () => true });

describe('what cannot wait', () => {
  test.each<[Answers, readonly string[]]>([
    [{ worry: ['violence'] }, ['violence']],
    [{ worry: ['no_food'] }, ['food']],
    [{ worry: ['housing'] }, []],
    [{ worry: ['housing'], urgency: ['now'] }, ['shelter']],
    [{ worry: ['housing'], urgency: ['month'] }, []],
    [{ worry: ['income'], words: ['もう死にたい。食べるものもない'] }, ['suicide', 'food']],
    [{ worry: ['debt'] }, []],
  ])('%j → %j', (answers, crises) => {
    expect(crisesOf(flow, answers)).toEqual(crises);
  });
});

describe('who helps beside the one desk', () => {
  test('somebody who speaks the language, and never the desk itself', () => {
    const { desk, beside } = advise({ worry: ['rent_loan'], language: ['ne'], municipality: ['14213'] });
    expect(desk?.code).toBe('yamato-support');
    expect(beside.map(({ code }) => code)).toEqual(['multilingual-centre']);
  });

  test('the desk of the municipality, where the worst is something else', () => {
    const { desk, beside } = advise({ worry: ['violence'], municipality: ['14101'] });
    expect(desk?.code).toBe('dv-phone');
    expect(beside.map(({ code }) => code)).toEqual(['yokohama-tsurumi-support', 'women-worry-desk']);
  });
});

describe('who is there now', () => {
  const at = (hour: number) => new Date(Date.UTC(2025, 10, 25, hour));
  const desk = (code: string, state: Candidate['state'], more: Partial<Candidate> = {}): Candidate => ({
    code,
    state,
    languages: ['ja'],
    channels: ['phone'],
    ...more,
  });
  const codes = (candidates: readonly Candidate[], wish: Parameters<typeof inOrderOfHelp>[1]) =>
    inOrderOfHelp(candidates, wish).map(({ code }) => code);

  test('comes first; then what opens next', () => {
    const candidates = [
      desk('monday', 'closed', { opensAt: at(40) }),
      desk('unknown', 'unknown'),
      desk('open', 'open'),
      desk('tomorrow', 'closed', { opensAt: at(20) }),
      desk('always', 'always'),
    ];
    expect(codes(candidates, { contact: [] })).toEqual(['open', 'always', 'unknown', 'tomorrow', 'monday']);
  });

  test('among those, who speaks the language, then who can be reached as it feels possible', () => {
    const candidates = [
      desk('phone-ja', 'open'),
      desk('chat-ja', 'open', { channels: ['line'] }),
      desk('phone-ne', 'open', { languages: ['ja', 'ne'] }),
      desk('closed-ne-chat', 'closed', { languages: ['ne'], channels: ['line'], opensAt: at(1) }),
    ];
    expect(codes(candidates, { language: 'ne', contact: ['text'] })).toEqual([
      'phone-ne',
      'chat-ja',
      'phone-ja',
      'closed-ne-chat',
    ]);
    expect(codes(candidates, { contact: ['text'] })[0]).toBe('chat-ja');
  });

  test('is asked of entries in the order of the flow, each once', () => {
    const { now } = advise({ worry: ['no_food'], municipality: ['14201'] });
    expect(now).toEqual(['yokosuka-support', 'yokosuka-council', 'women-worry-desk', 'line-yorisoi']);
  });
});
