import { describe, expect, test } from 'vitest';
import { changesBetween } from './changes.ts';
import {
  codeIn,
  decideFields,
  decideList,
  decideReception,
  fieldsOf,
  formOf,
  listOf,
  offered,
  type OptionLine,
} from './rules.ts';
import type { Mark, Standing } from './standing.ts';
import { standardSet } from './standard/set.ts';

const nothing = { sex: '', route: '', worries: [], mainWorry: '', municipality: '' };
const places = ['14382'];

describe('a code is one of its list', () => {
  test.each([
    ['route', 'self-visit', 'self-visit'],
    ['route', 'self', 'self-phone'],
    ['route', 'web', 'self-phone'],
    ['route', 'family', 'family-phone'],
    ['route', '', ''],
    ['route', 'balloon', undefined],
    ['sex', 'female', 'female'],
    ['no-such-list', 'x', undefined],
  ])('%s: %s is %s', (list, typed, code) => expect(codeIn(listOf(standardSet, list), typed)).toBe(code));

  test('what is retired is offered no more', () => {
    const list = listOf(standardSet, 'sex');
    const retired = {
      ...list,
      options: list.options.map((each) => ({ ...each, retired: each.code === 'other' })),
    };
    expect(offered(retired).map(({ code }) => code)).toEqual(['male', 'female', 'not-said']);
    expect(codeIn(retired, 'other')).toBeUndefined();
  });
});

describe('a reception', () => {
  test('may leave everything unsaid', () => {
    expect(decideReception(standardSet, nothing, places)).toEqual({ ok: true, value: nothing });
  });

  test('has its main worry among its worries, each once', () => {
    const typed = { ...nothing, worries: ['housing', 'housing'], mainWorry: 'debt', municipality: '14382' };
    expect(decideReception(standardSet, typed, places)).toMatchObject({
      value: { worries: ['housing', 'debt'], mainWorry: 'debt', municipality: '14382' },
    });
  });

  test.each([
    ['sex', { sex: 'x' }],
    ['route', { route: 'x' }],
    ['worries', { worries: ['x'] }],
    ['mainWorry', { mainWorry: 'x' }],
    ['municipality', { municipality: '13101' }],
  ])('names the field whose code is unknown: %s', (field, change) => {
    expect(decideReception(standardSet, { ...nothing, ...change }, places)).toMatchObject({
      refusal: 'code-unknown',
      facts: { field },
    });
  });
});

describe('a list that is edited', () => {
  const free: Standing = { kept: [], marks: [] };
  const list = listOf(standardSet, 'sex');
  const used = list.options.map(({ code }) => code);
  const lines = (change: (line: OptionLine) => Partial<OptionLine> = () => ({})): OptionLine[] =>
    list.options.map(({ code, name, source }, at) => {
      const line: OptionLine = {
        code,
        ja: name.ja,
        en: name.en,
        source,
        class: '',
        mark: '',
        position: at + 1,
        retired: false,
      };
      return { ...line, ...change(line) };
    });
  const fresh: OptionLine = {
    code: '',
    ja: '新しい',
    en: 'Brand new',
    source: 'local',
    class: '',
    mark: '',
    position: 9,
    retired: false,
  };

  test('keeps everything that is untouched as it was', () => {
    expect(decideList(list, lines(), used, free)).toEqual({ ok: true, value: list });
  });

  test('gets new options with codes of their own, in the order that was typed', () => {
    const made = decideList(
      list,
      [...lines(), fresh, { ...fresh, ja: '男と女', en: 'Male', position: 0 }],
      used,
      free,
    );
    expect(made.ok && made.value.options.map(({ code }) => code)).toEqual([
      'male-2',
      'male',
      'female',
      'other',
      'not-said',
      'brand-new',
    ]);
  });

  test('what was published is retired and not removed; what was not is gone', () => {
    const retired = (codes: readonly string[]) =>
      decideList(
        list,
        lines(({ code }) => ({ retired: code === 'other' })),
        codes,
        free,
      );
    const all = retired(used);
    expect(all.ok && all.value.options.find(({ code }) => code === 'other')).toMatchObject({ retired: true });
    const some = retired(used.filter((code) => code !== 'other'));
    expect(some.ok && some.value.options.some(({ code }) => code === 'other')).toBe(false);
  });

  test.each<[string, readonly OptionLine[], Partial<Standing>]>([
    ['name-missing', lines(({ code }) => (code === 'other' ? { ja: '' } : {})), {}],
    ['name-twice', lines(({ code }) => (code === 'other' ? { ja: '男性' } : {})), {}],
    ['list-empty', lines(() => ({ retired: true })), {}],
    ['list-fixed', [...lines(), fresh], { closed: true }],
    ['list-fixed', lines(({ code }) => ({ retired: code === 'other' })), { closed: true }],
    ['code-kept', lines(({ code }) => ({ retired: code === 'other' })), { kept: ['other'] }],
  ])('is refused: %s', (refusal, typed, standing) =>
    expect(decideList(list, typed, used, { ...free, ...standing })).toMatchObject({ refusal }),
  );

  test.each<[OptionLine['mark'], string | undefined, readonly Mark[]]>([
    ['money', 'money', ['else', 'money']],
    ['', 'else', ['else', 'money']],
    ['lasting', 'else', ['else', 'money']],
    ['money', undefined, []],
  ])(
    'a new option says as what it counts, and nothing that its list does not count: %s → %s',
    (mark, kept, marks) => {
      const made = decideList(list, [...lines(), { ...fresh, mark }], used, { ...free, marks });
      expect(made.ok && made.value.options.find(({ code }) => code === 'brand-new')?.mark).toBe(kept);
    },
  );

  test('what a choice tells of somebody stays what it was', () => {
    const issues = listOf(standardSet, 'issue');
    const typed = issues.options.map(
      ({ code, name, source }, at): OptionLine => ({
        code,
        ja: name.ja,
        en: name.en,
        source,
        class: 'basic',
        mark: '',
        position: at,
        retired: false,
      }),
    );
    expect(decideList(issues, typed, [], free)).toEqual({ ok: true, value: issues });
  });
});

describe('a form that is edited', () => {
  const form = formOf(standardSet, 'intake');
  if (!form) throw new Error('no form');
  const lines = fieldsOf(form).map(({ code, name, source, reported, why }) => ({
    code,
    ja: name.ja,
    en: name.en,
    source,
    reported: reported ?? false,
    retired: false,
    whyJa: why?.ja ?? '',
    whyEn: why?.en ?? '',
  }));
  const own = {
    part: 'intake',
    ja: '通訳',
    en: 'Interpreter',
    kind: 'one',
    class: 'basic',
    list: 'yes-no',
  } as const;

  test('keeps kind and class, and takes words, marks and reasons', () => {
    const changed = lines.map((line) =>
      line.code === 'complaint' ? { ...line, ja: '主訴', whyJa: '', reported: true } : line,
    );
    const made = decideFields(form, changed, undefined);
    const field = made.ok ? fieldsOf(made.value).find(({ code }) => code === 'complaint') : undefined;
    expect(field).toEqual({
      code: 'complaint',
      name: { ja: '主訴', en: expect.any(String) },
      kind: 'long',
      class: 'basic',
      source: 'memory',
      reported: true,
    });
  });

  test('gets a question of one’s own where it was put', () => {
    const made = decideFields(form, lines, own);
    expect(made.ok && made.value.parts[0]?.fields.at(-1)).toMatchObject({
      code: 'own-interpreter',
      kind: 'one',
      list: 'yes-no',
      source: 'local',
    });
  });

  test('tells what it changes before it is published', () => {
    const made = decideFields(
      form,
      lines.map((line) => (line.code === 'urgent' ? { ...line, retired: true } : line)),
      own,
    );
    if (!made.ok) throw new Error(made.refusal);
    const after = {
      ...standardSet,
      forms: standardSet.forms.map((each) => (each.code === 'intake' ? made.value : each)),
    };
    expect(changesBetween(standardSet, after).map(({ what, name }) => [what, name.ja])).toEqual([
      ['added', '通訳'],
      ['retired', '緊急支援の要否'],
    ]);
    expect(changesBetween(standardSet, standardSet)).toEqual([]);
  });
});
