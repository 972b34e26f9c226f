import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  baseAddress,
  decideInbound,
  decideMailSettings,
  languageOfMail,
  type MailMarks,
  mayAcknowledge,
  mayJoin,
  mostAnHour,
  mostParts,
  partsOf,
  repeated,
  tokenOf,
  withoutRepeated,
} from './rules.ts';

const person: MailMarks = {
  autoSubmitted: '',
  precedence: '',
  suppressesAnswers: false,
  isList: false,
  isReport: false,
  isFailure: false,
};
const facts = (
  change: Partial<Parameters<typeof decideInbound>[0]> = {},
  marks: Partial<MailMarks> = {},
  from: string | undefined = 'a@mail.example.com',
) => ({
  mail: { from, messageId: 'x@mail.example.com', marks: { ...person, ...marks } },
  own: ['desk@desk.example.jp', 'tsunagi@localhost'],
  wasSentByUs: false,
  wasSeen: false,
  recent: 0,
  hasDesk: true,
  ...change,
});

describe('what a person wrote is taken, what machines write to machines is not', () => {
  test.each([
    ['a person', facts(), 'take'],
    ['a program that says it is none', facts({}, { autoSubmitted: 'no' }), 'take'],
    ['a list that people write to', facts({}, { isList: true }), 'take'],
    ['an absence note', facts({}, { autoSubmitted: 'auto-replied' }), 'automatic'],
    ['a report of a program', facts({}, { autoSubmitted: 'auto-generated' }), 'automatic'],
    ['bulk', facts({}, { precedence: 'bulk' }), 'bulk'],
    ['junk', facts({}, { precedence: 'junk' }), 'bulk'],
    ['a desk that writes to itself', facts({}, {}, 'desk@desk.example.jp'), 'own'],
    ['our own mail that comes back', facts({ wasSentByUs: true }), 'own'],
    ['a report of the mail system', facts({}, { isReport: true }), 'report'],
    ['the same mail again', facts({ wasSeen: true }), 'seen'],
    ['an address of no desk', facts({ hasDesk: false }), 'no-desk'],
    ['the last one before a loop', facts({ recent: mostAnHour - 1 }), 'take'],
    ['one address without end', facts({ recent: mostAnHour }), 'too-many'],
  ])('%s: %s', (_, given, expected) => {
    const decision = decideInbound(given);
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });

  test('nobody wrote it', () => {
    const given = facts();
    expect(decideInbound({ ...given, mail: { ...given.mail, from: undefined } })).toMatchObject({
      refusal: 'no-sender',
    });
  });
});

test.each([
  ['a new contact', { marks: person, isNew: true, answersToAddress: 0 }, true],
  ['an answer', { marks: person, isNew: false, answersToAddress: 0 }, false],
  ['the fourth within an hour', { marks: person, isNew: true, answersToAddress: 3 }, false],
  [
    'a program that wants none',
    { marks: { ...person, suppressesAnswers: true }, isNew: true, answersToAddress: 0 },
    false,
  ],
  ['a mailing', { marks: { ...person, isList: true }, isNew: true, answersToAddress: 0 }, false],
])('the automatic answer to %s: %s', (_, given, expected) => {
  expect(mayAcknowledge(given)).toBe(expected);
});

test.each([
  ['the same address while it is open', { isSameAddress: true, state: 'open', isErased: false }, true],
  ['the same address while it waits', { isSameAddress: true, state: 'waiting', isErased: false }, true],
  ['another address', { isSameAddress: false, state: 'open', isErased: false }, false],
  ['what has ended', { isSameAddress: true, state: 'ended', isErased: false }, false],
  ['what is erased', { isSameAddress: true, state: 'open', isErased: true }, false],
  ['nothing', undefined, false],
])('goes on in an earlier contact: %s', (_, thread, expected) => {
  expect(mayJoin(thread)).toBe(expected);
});

const empty = { to: [], subject: '', references: [], returned: [] };
const token = '0123456789abcdef';
test.each([
  ['the address', { ...empty, to: [`desk+${token}@desk.example.jp`] }],
  ['the subject, in full width too', { ...empty, subject: `Re: ご連絡の件 ［＃${token}］` }],
  ['our Message-ID', { ...empty, references: ['other@mail.example.com', `${token}.12@localhost`] }],
  ['a returned mail', { ...empty, returned: [`${token}.2@localhost`] }],
])('an answer is led back by %s', (_, mail) => {
  expect(tokenOf(mail)).toBe(token);
});
test.each([
  ['nothing', empty],
  ['hex digits that are no token', { ...empty, subject: `Re: #${token}` }],
  ['too many digits', { ...empty, subject: `[#${token}0]` }],
  ['a Message-ID of others', { ...empty, references: [`x${token}.1@localhost`] }],
])('is led nowhere by %s', (_, mail) => {
  expect(tokenOf(mail)).toBeUndefined();
});

test.each([
  ['desk+0123@desk.example.jp', 'desk@desk.example.jp'],
  ['desk@desk.example.jp', 'desk@desk.example.jp'],
])('%s is the address %s', (given, expected) => {
  expect(baseAddress(given)).toBe(expected);
});

describe('of an answer what is new', () => {
  test.each([
    [
      'ありがとうございます。\n\n2026年11月25日(水) 10:00 ご連絡係 <x@y>:\n> 前の言葉',
      'ありがとうございます。',
    ],
    ['はい。\n\nOn Wed, Nov 25, 2026 at 10:00 AM X <x@y> wrote:\n> before\n> more\n', 'はい。'],
    ['わかりました\n-----Original Message-----\nFrom: x\n何か', 'わかりました'],
    ['> 上\n下に書きます', '> 上\n下に書きます'],
    ['> すべて', '> すべて'],
    ['引用なし', '引用なし'],
  ])('%j', (given, expected) => {
    expect(withoutRepeated(given)).toBe(expected);
  });
});

describe('long words', () => {
  test('come in parts that lose nothing until there are too many', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12_000, unit: 'grapheme' }), (text) => {
        const { parts, isCut } = partsOf(text);
        expect(isCut).toBe(false);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(3900);
      }),
      { numRuns: 30 },
    );
  });

  test('are cut where a person would never read to the end, and it is said', () => {
    const { parts, isCut } = partsOf('あ'.repeat(100_000));
    expect(parts).toHaveLength(mostParts);
    expect(isCut).toBe(true);
  });
});

test('repeated words begin with a mark', () => expect(repeated('一\n二')).toBe('> 一\n> 二'));

test.each([
  ['眠れません', 'ja'],
  ['I cannot sleep', 'en'],
  ['12345', 'ja'],
])('«%s» is answered in %s', (text, expected) => expect(languageOfMail(text)).toBe(expected));

test.each([
  ['a name that says nothing', 'わたなべ', 'ご連絡の件', 'settle'],
  ['nothing: our own words', '', '', 'settle'],
  ['what the desk does', '女性相談センター', 'お返事', 'telling-sender'],
  ['full width letters', 'ＤＶ担当', 'お返事', 'telling-sender'],
  ['what it is about', 'わたなべ', '一時保護について', 'telling-subject'],
  ['English', 'Watanabe', 'Your call to the hotline', 'telling-subject'],
])('a mailbox shows %s', (_, sender, subject, expected) => {
  const decision = decideMailSettings({ mail: { address: 'a@desk.example.jp', sender, subject }, taken: [] });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test.each([
  ['a+b@desk.example.jp', 'address-wrong'],
  ['desk', 'address-wrong'],
  ['Desk@desk.example.jp', 'address-taken'],
])('%s is no address for a desk', (address, refusal) => {
  const mail = { address, sender: '', subject: '' };
  expect(decideMailSettings({ mail, taken: ['desk@desk.example.jp'] })).toMatchObject({ refusal });
});
