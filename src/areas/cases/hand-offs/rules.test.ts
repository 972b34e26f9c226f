import { describe, expect, test } from 'vitest';
import { chosenWords, decideHandOff, mostLetters } from './rules.ts';

describe('handing on', () => {
  const facts = { agreed: true, words: '家賃が払えない', to: 'npo', receivers: ['npo'] };
  test.each([
    [{}, 'hand-off'],
    [{ agreed: false }, 'consent-missing'],
    [{ words: ' ' }, 'words-missing'],
    [{ words: '長'.repeat(mostLetters + 1) }, 'words-too-long'],
    [{ to: 'elsewhere' }, 'receiver-unknown'],
  ])('%o: %s', (change, answer) => {
    const decision = decideHandOff({ ...facts, ...change });
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });

  test('only what was chosen goes along, in the order of the record and of the talk', () => {
    const talk = {
      texts: [
        { kind: 'content', text: '家賃のこと' },
        { kind: 'response', text: '聞いた' },
      ],
      said: [
        { seq: 1, text: 'もうだめです' },
        { seq: 3, text: '家賃が二か月' },
      ],
    };
    expect(
      chosenWords(talk, { texts: ['content'], said: ['3', '99'], added: ' 朝の電話は出られない ' }),
    ).toBe('家賃のこと\n\n「家賃が二か月」\n\n朝の電話は出られない');
    expect(chosenWords(talk, { texts: [], said: [], added: '' })).toBe('');
  });
});
