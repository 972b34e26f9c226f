import { describe, expect, test } from 'vitest';
import { nationalHolidays } from '#areas/directory/hours/holidays.ts';
import { openingAt } from '#areas/directory/hours/rules.ts';
import { emergencyLines } from '#areas/directory/index.ts';
import { covers, lineOf } from '#areas/directory/municipalities/rules.ts';
import { contentProblems } from '#areas/directory/services/content-checks/rules.ts';
import { knownKinds } from '#areas/directory/services/write.ts';
import { missingForPublication } from '#areas/directory/services/rules.ts';
import { knownCodes, languageTerms, worryTerms } from '#areas/directory/taxonomy/terms.ts';
import { kanagawa, readWorld } from '../world.ts';
import { contentOf } from './content.ts';

const world = await readWorld(kanagawa);
const { municipalities, documents, entries: files, profiles } = world.directory;
const today = '2026-05-20';
const around = { municipalities, documents, today };
const entries = Object.values(files).flat();
const isShown = ({ state }: (typeof entries)[number]) => !state.draft && !state.sealed && !state.withdrawn;
const shown = entries.filter(isShown).map((entry) => ({ entry, content: contentOf(entry, around) }));
const places = municipalities.map((each) => ({ ...each, parentCode: each.parent ?? null }));
const ofKind = (kind: string) => shown.filter(({ content }) => content.kind === kind);
const names = (list: typeof shown) => list.map(({ entry }) => entry.code);

describe('the directory of the demo world', () => {
  test('has 150 schemes, 90 desks, 20 groups and 120 places and more, each with a code and a name of its own', () => {
    expect(ofKind('scheme').length).toBeGreaterThanOrEqual(150);
    expect(ofKind('desk').length).toBeGreaterThanOrEqual(90);
    expect(ofKind('group').length).toBeGreaterThanOrEqual(20);
    expect(ofKind('place').length).toBeGreaterThanOrEqual(120);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    const of = ({ content }: (typeof shown)[number]) => `${content.kind} ${content.name.ja}`;
    expect(new Set(shown.map(of)).size).toBe(shown.length);
  });

  test('fits the rules of content and may be published', () => {
    const known = {
      ...knownKinds,
      ...knownCodes,
      municipalities: new Set(municipalities.map(({ code }) => code)),
    };
    const problems = shown.flatMap(({ entry, content }) =>
      [...contentProblems(content, known), ...missingForPublication(content)].map(
        ({ field, problem }) => `${entry.code}: ${field} ${problem}`,
      ),
    );
    expect(problems).toEqual([]);
  });

  test('belongs to organisations that exist, and so do the profiles', () => {
    const known = new Set(world.organisations.map(({ code }) => code));
    expect(entries.filter(({ org }) => !known.has(org)).map(({ code }) => code)).toEqual([]);
    expect(Object.keys(profiles).filter((code) => !known.has(code))).toEqual([]);
  });

  test('covers every municipality and ward with one support desk, and has two places in each', () => {
    const governments = municipalities.filter(({ kind, code }) => {
      const isDivided = municipalities.some(({ parent }) => parent === code);
      return kind !== 'prefecture' && !isDivided;
    });
    const desks = shown.filter(({ entry }) => entry.code.endsWith('-support') && entry.kind === 'desk');
    const found = governments.map(({ code, nameJa }) => {
      const own = desks.filter(
        ({ content }) => content.areas.length > 0 && covers(content.areas, code, places),
      );
      const here = ofKind('place').filter(({ content }) =>
        content.locations.some(({ municipality }) => lineOf(municipality, places).includes(code)),
      );
      return { nameJa, desks: own.length, places: Math.min(here.length, 2) };
    });
    expect(found).toEqual(governments.map(({ nameJa }) => ({ nameJa, desks: 1, places: 2 })));
  });

  test('answers every worry with at least three desks and three schemes', () => {
    for (const { code } of worryTerms)
      for (const kind of ['desk', 'scheme']) {
        const found = ofKind(kind).filter(({ content }) => content.topics.includes(code));
        expect(found.length, `${kind} ${code}`).toBeGreaterThanOrEqual(
          code === 'other' && kind === 'scheme' ? 1 : 3,
        );
      }
  });

  test('uses every kind of place', () => {
    const used = new Set(shown.flatMap(({ content }) => content.placeTypes));
    expect([...knownCodes.placeTypes].filter((code) => !used.has(code))).toEqual([]);
  });

  test('is whole in English, and its desks in plain Japanese', () => {
    const missing = shown.filter(({ content }) => !content.name['en'] || !content.summary['en']);
    expect(names(missing)).toEqual([]);
    expect(names(ofKind('desk').filter(({ content }) => !content.summary['ja-simple']))).toEqual([]);
    const english = shown.flatMap(({ content }) => [content.name['en'], content.summary['en']]);
    expect(english.filter((text = '') => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  test('is offered in every language, some names in all of them', () => {
    const spoken = new Set(
      ofKind('desk').flatMap(({ content }) => content.languages.map(({ code }) => code)),
    );
    const languages = languageTerms.map(({ code }) => code).filter((code) => code !== 'ja');
    expect(languages.filter((code) => !spoken.has(code))).toEqual([]);
    const whole = shown.filter(({ content }) => languages.every((code) => content.name[code]));
    expect(whole.length).toBeGreaterThanOrEqual(5);
  });
});

describe('what could be somebody’s', () => {
  const national = new Set(Object.values(emergencyLines).map(({ number }) => number.replaceAll('-', '')));
  const invented = /^(0120-000-\d{3}|0\d{1,3}-0{2,4}-\d{4})$/;

  test('no telephone number is anybody’s: national lines as they are, all others invented and marked', () => {
    const phones = shown.flatMap(({ entry, content }) =>
      content.channels
        .filter(({ kind }) => kind === 'phone' || kind === 'fax')
        .filter(({ value }) => !national.has(value.replaceAll('-', '')))
        .map((channel) => ({ entry, channel, illustrative: content.illustrative })),
    );
    expect(phones.length).toBeGreaterThan(100);
    for (const { entry, channel, illustrative } of phones) {
      expect(channel.value, entry.code).toMatch(invented);
      expect(illustrative, entry.code).toBe(true);
      expect(channel.label.ja, entry.code).toContain('例示');
    }
  });

  test('no address on the net is anybody’s but the prefecture’s own pages', () => {
    const hostOf = ({ kind, value }: (typeof shown)[number]['content']['channels'][number]) =>
      kind === 'mail' ? (value.split('@')[1] ?? '') : new URL(value).hostname;
    const written = shown.flatMap(({ content }) =>
      content.channels.filter(({ kind }) => ['mail', 'form', 'chat'].includes(kind)).map(hostOf),
    );
    expect(written.filter((host) => !/(^|\.)example\.jp$/.test(host))).toEqual([]);
    const sources = new Set(shown.flatMap(({ content: { sourceUrl } }) => sourceUrl || []));
    expect(new Set([...sources].map((url) => new URL(url).hostname))).toEqual(
      new Set(['www.pref.kanagawa.jp']),
    );
  });

  test('where women meet is known by the municipality at most, and sealed places have a number nobody calls', () => {
    const women = ofKind('place').filter(({ content }) => content.placeTypes.includes('women'));
    expect(women).toHaveLength(3);
    for (const { content } of women)
      expect(content.locations.map(({ precision }) => precision)).toEqual(['municipality']);
    expect(entries.filter(({ state }) => state.sealed).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the hours', () => {
  const asked = { holidays: nationalHolidays };
  const noon = new Date('2026-05-20T12:00:00+09:00');
  const withHours = shown.flatMap(({ entry, content }) =>
    [content.hours, ...content.channels.map(({ hours }) => hours)].flatMap((hours) =>
      hours ? [{ code: entry.code, hours }] : [],
    ),
  );

  test('of every entry lead to a next opening', () => {
    const never = withHours.filter(({ hours }) => {
      const { state, opensAt } = openingAt(hours, noon, asked);
      return state === 'unknown' || (state === 'closed' && !opensAt);
    });
    expect(never.map(({ code }) => code)).toEqual([]);
    expect(names(ofKind('place').filter(({ content }) => !content.hours))).toEqual([]);
  });

  test('are of every sort: day and night, past midnight, until 24:00, monthly, every other week, by language', () => {
    const some = (is: (hours: (typeof withHours)[number]['hours']) => boolean) =>
      withHours.filter(({ hours }) => is(hours)).length;
    const rule = (is: (rule: (typeof withHours)[number]['hours']['rules'][number]) => boolean) =>
      some((hours) => hours.rules.some(is));
    expect({
      always: some((hours) => hours.alwaysOpen === true) >= 3,
      pastMidnight: rule(({ opens, closes }) => closes < opens) >= 3,
      untilMidnight: rule(({ closes }) => closes === '24:00') >= 3,
      saturdays: rule(({ days, nth }) => days.includes(6) && String(nth) === '2,4') >= 5,
      lastFriday: rule(({ days, nth }) => days.includes(5) && String(nth) === '-1') >= 2,
      everyOtherWeek: rule(({ interval }) => interval === 2) >= 3,
      byLanguage: rule(({ lang }) => lang !== undefined) >= 4,
      lastEntry: rule(({ lastEntry }) => lastEntry !== undefined) >= 5,
      noonGap: some(({ rules }) => rules.some(({ closes }) => closes === '12:00')) >= 5,
      closedOnHolidays: some(({ publicHolidays }) => publicHolidays === 'closed') >= 50,
      openOnHolidays: some(({ publicHolidays }) => publicHolidays === 'same') >= 20,
      ownHoursOnHolidays: some(({ publicHolidays }) => typeof publicHolidays === 'object') >= 2,
      yearEnd: some(({ closures }) => closures.some(({ from }) => from === '12-29')) >= 50,
      exceptions: some(({ exceptions }) => exceptions.length > 0) >= 2,
    }).toEqual({
      always: true,
      pastMidnight: true,
      untilMidnight: true,
      saturdays: true,
      lastFriday: true,
      everyOtherWeek: true,
      byLanguage: true,
      lastEntry: true,
      noonGap: true,
      closedOnHolidays: true,
      openOnHolidays: true,
      ownHoursOnHolidays: true,
      yearEnd: true,
      exceptions: true,
    });
  });
});
