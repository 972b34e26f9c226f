import { describe, expect, test } from 'vitest';
import { supportAuthorityOf } from '#areas/directory/municipalities/rules.ts';
import { entriesOf, problemsOf } from '#areas/directory/navigator/checks/rules.ts';
import { problemOfSchemes } from '#areas/directory/schemes/rules.ts';
import { worryTerms } from '#areas/directory/taxonomy/terms.ts';
import { kanagawa, readWorld } from '../world.ts';
import type { DemoEntry } from './files.ts';

const world = await readWorld(kanagawa);
const { municipalities, entries, navigator: flow, schemes } = world.directory;
if (!flow) throw new Error('the demo world has no conversation');
const byCode = new Map(
  Object.values(entries)
    .flat()
    .map((entry) => [entry.code, entry]),
);
const stateOf = (entry: DemoEntry | undefined) => {
  if (!entry) return 'unknown';
  if (entry.state.sealed) return 'sealed';
  return entry.state.draft || entry.state.withdrawn ? 'withdrawn' : 'visible';
};
const bare = municipalities.map(({ code, kind, nameJa, parent }) => ({
  code,
  kind,
  name: nameJa,
  parentCode: parent ?? null,
}));
const places = bare.map((place) => ({ ...place, supportAuthority: supportAuthorityOf(place.code, bare) }));

describe('the navigator of the demo world', () => {
  test('names entries that everybody may see, and every situation comes to its desk', () => {
    expect(problemsOf(flow, { places, stateOf: (code) => stateOf(byCode.get(code)) })).toEqual([]);
  });

  test('leads to people, not to papers: desks only', () => {
    expect(entriesOf(flow).filter((code) => byCode.get(code)?.kind !== 'desk')).toEqual([]);
  });

  test('has a desk for the worst worry at any hour', () => {
    const always = (code: string) => /24h|24時間|always/i.test(JSON.stringify(byCode.get(code)));
    for (const { value, now } of flow.topics) expect(now.some(always), value).toBe(true);
  });

  test('knows the worries of the intake form, each by words of its own', () => {
    expect(flow.topics.map(({ value }) => value).toSorted()).toEqual(
      worryTerms.map(({ code }) => code).toSorted(),
    );
    for (const { value, words } of flow.topics)
      if (value !== 'other') expect(words.length, value).toBeGreaterThan(5);
  });

  test('judges schemes that the directory tells more about', () => {
    expect(problemOfSchemes(schemes)).toBeUndefined();
    const named = schemes.flatMap(({ service, serviceByArea }) => [
      ...(service ? [service] : []),
      ...Object.values(serviceByArea ?? {}),
    ]);
    expect(named.filter((code) => byCode.get(code)?.kind !== 'scheme')).toEqual([]);
    const worries = new Set(worryTerms.map(({ code }) => code));
    for (const { code, topics } of schemes)
      expect(
        topics.filter((topic) => !worries.has(topic)),
        code,
      ).toEqual([]);
  });
});
