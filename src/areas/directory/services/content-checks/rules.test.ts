import { describe, expect, test } from 'vitest';
import { channelKinds } from '../../hours/hours.ts';
import { knownCodes } from '../../taxonomy/terms.ts';
import { locationPrecisions, type ServiceContent, serviceKinds, serviceStatuses } from '../content.ts';
import { exampleChannel, exampleContent, exampleLocation } from '../fixtures.ts';
import { isFormula, isInventedNumber, isMailAddress, isPhoneNumber, isUrl } from './forms/rules.ts';
import type { ContentProblemName, Known } from './problem.ts';
import { contentProblems } from './rules.ts';

const known: Known = {
  kinds: new Set(serviceKinds),
  statuses: new Set(serviceStatuses),
  channels: new Set(channelKinds),
  precisions: new Set(locationPrecisions),
  ...knownCodes,
  municipalities: new Set(['99201', '99301']),
};
const { hours } = exampleContent();
const [rule] = hours?.rules ?? [];
if (!hours || !rule) throw new Error('the example has hours');
const withRule = (change: object) => ({ hours: { ...hours, rules: [{ ...rule, ...change }] } });
const rough = { line: '', building: '', latitude: null, longitude: null };

test('the example has nothing wrong', () => {
  expect(contentProblems(exampleContent({ locations: [exampleLocation()] }), known)).toEqual([]);
});

const wrong: readonly (readonly [string, Partial<ServiceContent>, string, ContentProblemName])[] = [
  ['a Japanese name', { name: { ja: ' ' } }, 'name.ja', 'missing'],
  ['a short name', { name: { ja: 'あ'.repeat(121) } }, 'name.ja', 'too-long'],
  ['one sentence as its summary', { summary: { ja: 'あ'.repeat(101) } }, 'summary.ja', 'too-long'],
  ['a reading in kana', { nameKana: '見本' }, 'nameKana', 'not-kana'],
  ['a worry of the form', { topics: ['boredom'] }, 'topics', 'unknown-code'],
  ['each worry once', { topics: ['debt', 'debt'] }, 'topics', 'twice'],
  ['a municipality that exists', { areas: ['13101'] }, 'areas', 'unknown-code'],
  ['a kind of place of ours', { placeTypes: ['castle'] }, 'placeTypes', 'unknown-code'],
  ['a page on the web', { website: 'javascript:alert(1)' }, 'website', 'not-a-url'],
  ['a page with a host', { sourceUrl: 'https://localhost' }, 'sourceUrl', 'not-a-url'],
  ['a mail address', { email: 'desk@' }, 'email', 'not-a-mail-address'],
  ['days in order', { openFrom: '2025-05-01', openUntil: '2025-04-30' }, 'openUntil', 'wrong-order'],
  ['a day of the calendar', { openFrom: '2025-02-29' }, 'openFrom', 'not-a-day'],
  [
    'ages in order',
    { eligibility: { description: { ja: '' }, minimumAge: 40, maximumAge: 39, gender: 'any' } },
    'eligibility.maximumAge',
    'wrong-order',
  ],
  [
    'an age that somebody has',
    { eligibility: { description: { ja: '' }, minimumAge: null, maximumAge: 121, gender: 'any' } },
    'eligibility.maximumAge',
    'out-of-range',
  ],
  [
    'a telephone number',
    { channels: [exampleChannel({ value: '0120' + 'x' })] },
    'channels.0.value',
    'not-a-phone-number',
  ],
  ['a number to call', { channels: [exampleChannel({ value: '' })] }, 'channels.0.value', 'missing'],
  [
    'an address of a form',
    { channels: [exampleChannel({ kind: 'form', value: 'here' })] },
    'channels.0.value',
    'not-a-url',
  ],
  [
    'no invented number in an entry that passes for real',
    { illustrative: false, channels: [exampleChannel({ value: '045-000-0001' })] },
    'channels.0.value',
    'invented-number',
  ],
  [
    'no house number of a place that is roughly known',
    { locations: [exampleLocation({ precision: 'town', latitude: null, longitude: null })] },
    'locations.0.line',
    'too-precise',
  ],
  [
    'no coordinates of a place that is roughly known',
    { locations: [exampleLocation({ precision: 'town', line: '' })] },
    'locations.0.latitude',
    'too-precise',
  ],
  [
    'no town of a place of which only the municipality is known',
    { locations: [exampleLocation({ ...rough, precision: 'municipality', postalCode: '' })] },
    'locations.0.town',
    'too-precise',
  ],
  [
    'a postal code of seven digits',
    { locations: [exampleLocation({ postalCode: '231-0001' })] },
    'locations.0.postalCode',
    'not-a-postal-code',
  ],
  [
    'a place in Japan',
    { locations: [exampleLocation({ latitude: 139.6, longitude: 35.4 })] },
    'locations.0.latitude',
    'out-of-range',
  ],
  ['a weekday', withRule({ days: [] }), 'hours.rules.0.days', 'no-weekday'],
  ['a time', withRule({ opens: '9:00' }), 'hours.rules.0.opens', 'not-a-time'],
  ['a first week to count from', withRule({ interval: 2 }), 'hours.rules.0.validFrom', 'missing'],
  [
    'a closure of every year, or of one',
    { hours: { ...hours, closures: [{ from: '12-29', to: '2026-01-03' }] } },
    'hours.closures.0.to',
    'not-a-day',
  ],
  [
    'one exception a day',
    {
      hours: {
        ...hours,
        exceptions: [
          { date: '2025-05-01', intervals: [] },
          { date: '2025-05-01', intervals: [] },
        ],
      },
    },
    'hours.exceptions',
    'twice',
  ],
  [
    'amounts in whole yen',
    {
      costs: {
        free: false,
        description: { ja: '' },
        options: [{ id: 'a', option: '食事', amountYen: 99.5, description: '' }],
      },
    },
    'costs.options.0.amountYen',
    'out-of-range',
  ],
  [
    'no formula, wherever it stands',
    { documents: [{ id: 'a', name: { ja: '＝HYPERLINK("https://evil.example")' }, url: '' }] },
    'documents.0.name.ja',
    'formula',
  ],
];

test.each(wrong)('an entry has %s', (_, change, field, problem) => {
  const problems = contentProblems(exampleContent(change), known);
  expect(problems.map((found) => [found.field, found.problem])).toContainEqual([field, problem]);
});

const right: readonly (readonly [string, Partial<ServiceContent>])[] = [
  [
    'only a municipality',
    { locations: [exampleLocation({ ...rough, precision: 'municipality', town: '', postalCode: '' })] },
  ],
  ['a town', { locations: [exampleLocation({ ...rough, precision: 'town' })] }],
  ['a night that ends on the next day', withRule({ opens: '22:00', closes: '02:00' })],
  ['a day that ends at midnight', withRule({ closes: '24:00' })],
  ['the second and the last Saturday', withRule({ days: [6], nth: [2, -1] })],
  ['a number of four digits', { channels: [exampleChannel({ value: '#8008' })] }],
  ['a counter where one simply comes', { channels: [exampleChannel({ kind: 'visit', value: '' })] }],
];

test.each(right)('an entry may have %s', (_, change) => {
  expect(contentProblems(exampleContent(change), known)).toEqual([]);
});

describe('forms of values', () => {
  test.each(['=1+1', '+81', '-1', '@x', '＝A1', '　＋1', '\t-1', '−1'])(
    '%j would be run by a spreadsheet',
    (text) => {
      expect(isFormula(text)).toBe(true);
    },
  );
  test.each(['1-1', '電話 = 早い', 'ー', '・一つ目'])('%j would not', (text) => {
    expect(isFormula(text)).toBe(false);
  });
  test.each([
    ['110', true],
    ['#8008', true],
    ['0120-000-001', true],
    ['045-000-0001', true],
    ['０１２０', false],
    ['+81-45-000-0001', false],
    ['045 000 0001', false],
    ['0120-000-001-0000-1', false],
  ])('%j is a telephone number: %s', (text, is) => {
    expect(isPhoneNumber(text)).toBe(is);
  });
  test.each([
    ['045-000-0001', true],
    ['0467-00-0001', true],
    ['045-201-0001', false],
    ['0120-000-001', false],
    ['090-0000-0001', false],
  ])('%j can be nobody’s: %s', (text, is) => {
    expect(isInventedNumber(text)).toBe(is);
  });
  test('pages and mail addresses have theirs', () => {
    expect(['https://mihon.example.jp/a?b=c#d', 'http://見本.jp'].every(isUrl)).toBe(true);
    expect(['ftp://a.jp', 'https://', 'a.jp', 'https://a b.jp'].some(isUrl)).toBe(false);
    expect(isMailAddress('desk@mihon.example.jp')).toBe(true);
    expect(['@a.jp', 'a@b', 'a b@c.jp', 'a@b..jp'].some(isMailAddress)).toBe(false);
  });
});
