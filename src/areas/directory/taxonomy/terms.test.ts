import { expect, test } from 'vitest';
import { languages } from '#platform/i18n.ts';
import { findTerm, taxonomies, taxonomyCodes, taxonomyId, termId, termName, worryTerms } from './terms.ts';

test('ids are UUIDs of version 5, no two alike, the same for ever', () => {
  const ids = taxonomyCodes.flatMap((code) => [
    taxonomyId(code),
    ...taxonomies[code].terms.map((term) => termId(code, term.code)),
  ]);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(taxonomyId('worry')).toBe('58febcf1-c7b0-52f4-8adf-a8723621d437');
  expect(termId('worry', 'no_food')).toBe('fe2c75db-1e64-504e-bd6b-242677a927cd');
});

/** The categories of SDOHCC, as its published value set has them. */
const gravityCategories = new Set(
  `food-insecurity housing-instability homelessness inadequate-housing transportation-insecurity financial-insecurity
  material-hardship educational-attainment employment-status veteran-status stress social-connection
  intimate-partner-violence elder-abuse personal-health-literacy health-insurance-coverage-status medical-cost-burden
  digital-literacy digital-access utility-insecurity language-access incarceration-status sdoh-category-unspecified`.split(
    /\s+/,
  ),
);

test('the sixteen worries of the intake form, each in a field of need and in two other code systems', () => {
  expect(worryTerms).toHaveLength(16);
  for (const { need, gravity, openEligibility } of worryTerms) {
    expect(findTerm('need', need ?? '')).toBeDefined();
    expect(gravity?.length).toBeGreaterThan(0);
    expect(gravity?.filter((code) => !gravityCategories.has(code))).toEqual([]);
    expect(openEligibility?.every((path) => path.startsWith('human_services'))).toBe(true);
  }
});

test('every term has a name in every language, and an unknown code is shown as it stands', () => {
  for (const code of taxonomyCodes)
    for (const term of taxonomies[code].terms)
      for (const lang of languages) expect(term.name[lang]).not.toBe('');
  expect(termName('ja', 'worry', 'no_food')).toBe('食べるものがない');
  expect(termName('en', 'worry', 'unheard-of')).toBe('unheard-of');
});

test.each([
  ['need', '住まい 仕事 医療福祉 子育て・教育 お金 その他暮らし'],
  ['service-type', '届出 手当・助成金 支援サービス 教室・講習会 イベント 相談 施設 情報提供 お知らせ'],
  [
    'beneficiary',
    '妊産婦 子育て中 ひとり親 学生 独身者 求職者 就業者 高齢者 遺族・遺児 被災者 犯罪被害者 外国人 ' +
      '子ども 未熟児 障がい児 被介護者 障がい者 ペットの飼い主',
  ],
] as const)('%s has the words of GIF 491-1, all of them and no others', (code, official) => {
  expect(taxonomies[code].terms.map(({ name }) => name.ja)).toEqual(official.split(' '));
});
