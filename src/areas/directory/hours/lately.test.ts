import { expect, test } from 'vitest';
import { exampleChannel, exampleContent } from '../services/fixtures.ts';
import { exampleHours, officeHours } from './fixtures.ts';
import { nationalHolidays } from './holidays.ts';
import { channelNow, openingNow } from './lately.ts';
import { openingOf, sourcesOf } from './rules.ts';

const nights = exampleHours([{ days: [1, 2, 3, 4, 5, 6, 7], opens: '22:00', closes: '02:00' }]);
const letter = exampleChannel({ kind: 'mail' });
const entries = [
  exampleContent({ hours: officeHours }),
  exampleContent({ hours: nights, channels: [exampleChannel({ hours: nights }), letter] }),
  exampleContent({ hours: officeHours, channels: [letter] }),
  exampleContent({ hours: nights, channels: [letter] }),
];

test('what is remembered of an entry is what would be found anew, minute by minute over two days', () => {
  const from = Date.parse('2026-11-02T08:00:00+09:00');
  for (let minute = 0; minute < 2880; minute += 7) {
    const now = new Date(from + minute * 60_000);
    for (const content of entries) {
      const anew = openingOf(sourcesOf(content), now, { holidays: nationalHolidays });
      expect(openingNow(content, now, nationalHolidays)).toEqual(anew);
      for (const channel of content.channels) {
        const only = sourcesOf({ ...content, channels: [channel] });
        expect(channelNow(content, channel, now, nationalHolidays)).toEqual(
          openingOf(only, now, { holidays: nationalHolidays }),
        );
      }
    }
  }
});

test('a holiday that staff add is seen at once', () => {
  const now = new Date('2026-11-04T10:00:00+09:00');
  const [content] = entries as [(typeof entries)[0]];
  expect(openingNow(content, now, nationalHolidays).state).toBe('open');
  const closed = { nameOf: () => ({ ja: '臨時の休日', en: 'Special holiday' }) };
  expect(openingNow(content, now, closed).state).toBe('closed');
});
