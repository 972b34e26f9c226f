import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hours } from '../hours/hours.ts';
import type { ServiceContent } from '../services/content.ts';
import {
  exampleChannel,
  exampleContent,
  exampleLocation,
  inventedMunicipalities,
} from '../services/fixtures.ts';
import { knownKinds } from '../services/write.ts';
import { knownCodes } from '../taxonomy/terms.ts';
import { type CompareContext, compareRows } from './compare.ts';
import { readCsv } from './csv/rules.ts';
import { exportCsv } from './export.ts';
import { readHeadings } from './headings.ts';
import type { ImportedRow } from './imported.ts';
import { layouts } from './layouts.ts';
import { indexEntries, type Standing } from './match.ts';

let ids = 0;
const places = inventedMunicipalities.map(({ county = null, ...place }) => ({ ...place, county }));
const municipalities = new Set(places.map(({ code }) => code));

function contextOf(entries: readonly Standing[] = [], given: Partial<CompareContext> = {}): CompareContext {
  return {
    places,
    newId: () => `id-${(ids += 1)}`,
    known: { ...knownKinds, ...knownCodes, municipalities },
    standing: indexEntries('mihon', entries),
    kind: 'desk',
    topics: ['income'],
    keepBlank: true,
    ...given,
  };
}

const standing = (content: ServiceContent, given: Partial<Standing> = {}): Standing => ({
  id: 's1',
  code: 'mihon-desk',
  version: 3,
  sealed: false,
  content,
  ...given,
});

function compare(csv: string, context = contextOf()): readonly ImportedRow[] {
  const read = readCsv(csv.replace(/^\ufeff/, ''), ',');
  if (!read.ok) throw new Error(read.refusal);
  const [head, ...rows] = read.value;
  const texts = head?.cells ?? [];
  return compareRows(rows, { ...readHeadings(texts), texts }, context);
}

const one = (csv: string, context?: CompareContext): ImportedRow => {
  const [row] = compare(csv, context);
  if (!row) throw new Error('no row');
  return row;
};
const problems = (csv: string, context?: CompareContext) =>
  one(csv, context).problems.map(({ column, problem }) => [column, problem]);

const desk = exampleContent({ locations: [exampleLocation({ municipality: '99101' })] });

describe('a row of a municipal list becomes an entry', () => {
  test('with its place, its way of contact, its hours and a summary out of its description', () => {
    const row = one(
      [
        'NO,市区町村名,名称,名称_カナ,住所,方書,緯度,経度,電話番号,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,URL,例示',
        '12,みほん市,みほん居場所,ミホンイバショ,みほん県みほん市本町2丁目3-4,会館,35.5,139.6,０４５（０００）０００１,月水金,10:00,15:00,祝日・年末年始休み,だれでも来られます。予約はいりません。,https://mihon.example.jp/,有',
      ].join('\n'),
      contextOf([], { kind: 'place', topics: ['community'] }),
    );
    expect(row).toMatchObject({ state: 'new', code: 'mihon-12', problems: [] });
    expect(row.content).toMatchObject({
      kind: 'place',
      name: { ja: 'みほん居場所' },
      topics: ['community'],
      summary: { ja: 'だれでも来られます。' },
      channels: [{ kind: 'phone', value: '045-000-0001', freeOfCharge: false }],
      locations: [
        { municipality: '99201', town: '本町2丁目', line: '3-4', building: '会館', latitude: 35.5 },
      ],
      hours: {
        rules: [{ days: [1, 3, 5], opens: '10:00' }],
        publicHolidays: 'closed',
        closures: [{ from: '12-29' }],
      },
    });
  });

  test.each([
    ['見本郡小みほん町', '99301'],
    ['小みほん町', '99301'],
    ['大みほん市東区', '99101'],
    ['東区', '99101'],
    ['みほん県みほん市', '99201'],
  ])('%s is found by name', (name, municipality) => {
    const row = one(`名称,市区町村名,電話番号\nA,${name},0120-000-001`);
    expect(row.content?.locations[0]).toMatchObject({ municipality });
  });

  test('a municipality is found by its code of six digits, whose last is checked', () => {
    const csv = (code: string) => `名称,所在地_全国地方公共団体コード\nA,${code}`;
    expect(one(csv('992011')).problems.length + one(csv('99201')).problems.length).toBeLessThan(2);
    expect(problems(csv('992019'))).toEqual([['所在地_全国地方公共団体コード', 'bad-check-digit']]);
    expect(problems(csv('130001'))).not.toEqual([]);
  });

  test('words of other vocabularies are kept as keywords, so that they are still found', () => {
    const row = one(
      '名称,種別,電話番号\nA,子ども食堂;認可外保育,0120-000-001',
      contextOf([], { kind: 'place' }),
    );
    expect(row.content).toMatchObject({ placeTypes: ['kids-cafeteria'], keywords: ['認可外保育'] });
  });

  test('a scheme: days in any calendar, and the telephone number inside the words of a contact', () => {
    const row = one(
      'タイトル（制度名）,概要,受付開始日,受付終了日,お問い合わせ先,（個人対象）お困りごと分類,例示\n家賃の補助,家賃を補助します,令和8年4月1日,2027/3/31,福祉課 電話 045-000-0001,住まい,有',
      contextOf([], { kind: 'scheme', topics: [] }),
    );
    expect(row.content).toMatchObject({
      kind: 'scheme',
      topics: ['housing'],
      openFrom: '2026-04-01',
      openUntil: '2027-03-31',
      channels: [{ kind: 'phone', value: '045-000-0001', label: { ja: '福祉課' } }],
    });
  });
});

describe('what is wrong is said with its column', () => {
  test.each([
    ['名称,URL\n,https://a.example.jp', [['名称', 'missing']]],
    ['名称,URL\nA,ftp://a', [['URL', 'not-a-url']]],
    ['名称,電話番号\nA,でんわ', [['電話番号', 'not-a-phone-number']]],
    ['名称,緯度,住所\nA,北緯35度,みほん市', [['緯度', 'not-a-number']]],
    ['名称,住所\nA,どこか', [['住所', 'unknown-place']]],
    ['名称,説明\n=HYPERLINK(1),x', [['名称', 'formula']]],
    ['名称,説明\nA,＝1+1', [['説明', 'formula']]],
    ['名称,説明\nA,@cmd', [['説明', 'formula']]],
    ['名称,説明\nA,"\t=1"', [['説明', 'formula']]],
    ['名称,利用可能曜日,開始時間,終了時間\nA,月,9時頃,17:00', [['利用可能曜日', 'time-unreadable']]],
    ['名称,説明,URL\nA,x', [['', 'ragged']]],
    ['名称,説明\nA,x,y', [['', 'ragged']]],
    ['名称,対応言語\nA,火星語', [['対応言語', 'unknown-word']]],
    ['名称,例示\nA,たぶん', [['例示', 'not-yes-or-no']]],
    ['名称,郵便番号,住所\nA,12,みほん市', [['郵便番号', 'not-a-postal-code']]],
    ['名称,公募開始日\nA,いつか', [['公募開始日', 'not-a-day']]],
  ])('%j', (csv, expected) => expect(problems(csv)).toEqual(expected));

  test('a row that is named twice, or whose name is another entry’s too', () => {
    const rows = compare('ID,名称\n1,A\n1,B');
    expect(rows.map(({ state }) => state)).toEqual(['new', 'wrong']);
    const twins = [standing(desk), standing(desk, { id: 's2', code: 'mihon-other' })];
    expect(problems(`名称\n${desk.name.ja}`, contextOf(twins))).toEqual([['名称', 'several']]);
  });

  test('cells beyond the headings are no matter as long as they are blank', () => {
    expect(one('名称,電話番号\nA,0120-000-001,,').state).toBe('new');
  });

  test('a sealed entry is neither touched nor doubled by a file, by number or by name', () => {
    const sealed = contextOf([standing(desk, { sealed: true })]);
    expect(problems(`ID,名称\nmihon-desk,別の名前`, sealed)).toEqual([['名称', 'sealed']]);
    expect(problems(`名称\n${desk.name.ja}`, sealed)).toEqual([['名称', 'sealed']]);
    expect(problems(`ID,名称\n9,${desk.name.ja}`, sealed)).toEqual([['名称', 'sealed']]);
  });
});

describe('a row about an entry that stands', () => {
  const context = (keepBlank = true) => contextOf([standing(desk)], { keepBlank });

  test('changes what differs, and nothing that the file does not speak of', () => {
    const row = one('ID,名称,電話番号\nmihon-desk,みほん暮らしの相談窓口,0120-000-002', context());
    expect(row).toMatchObject({
      state: 'changed',
      serviceId: 's1',
      version: 3,
      changes: [{ field: 'phone', before: '0120-000-001', after: '0120-000-002' }],
    });
    expect(row.content).toEqual({ ...desk, channels: [{ ...desk.channels[0], value: '0120-000-002' }] });
  });

  test('a blank cell leaves what stands, unless blanks are meant', () => {
    const csv = `ID,名称,URL\nmihon-desk,${desk.name.ja},`;
    expect(one(csv, context()).state).toBe('unchanged');
    expect(one(csv, context(false))).toMatchObject({ changes: [{ field: 'website', after: '' }] });
  });

  test('hours that say more than cells can are mended by hand', () => {
    const byPhone = exampleContent({
      hours: {
        rules: [{ days: [1], opens: '09:00', closes: '12:00', channel: 'phone' }],
        publicHolidays: 'closed',
        closures: [],
        exceptions: [],
      },
    });
    const csv = `ID,名称,開始時間\nmihon-desk,${desk.name.ja},10:00`;
    expect(problems(csv, contextOf([standing(byPhone)]))).toEqual([['開始時間', 'hours-too-rich']]);
  });

  test('without a number it is found by its name', () => {
    expect(one(`名称,URL\n${desk.name.ja},https://new.example.jp`, context())).toMatchObject({
      serviceId: 's1',
    });
  });
});

describe('a law: importing what was exported changes nothing', () => {
  const text = fc.constantFrom(
    '相談',
    '二行\nある',
    'a,b',
    '"引用"',
    '=1+1',
    '-5度',
    '@x',
    "'点",
    '　全角　',
    '',
  );
  const hours: readonly (Hours | undefined)[] = [
    undefined,
    exampleContent().hours,
    { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] },
    {
      rules: [{ days: [6], nth: [2, 4], opens: '22:00', closes: '02:00', channel: 'phone', lang: 'ne' }],
      publicHolidays: [{ opens: '10:00', closes: '12:00' }],
      closures: [{ from: '2026-08-10', to: '2026-08-12' }],
      exceptions: [{ date: '2026-12-05', intervals: [] }],
      note: { ja: '祝日休み、と書いたこともある', en: 'x' },
    },
  ];
  const content = fc
    .record({
      kind: fc.constantFrom('desk' as const, 'place' as const, 'scheme' as const),
      description: text,
      application: text,
      alternateName: text,
      costs: text,
      hours: fc.constantFrom(...hours),
      phones: fc.integer({ min: 0, max: 2 }),
      places: fc.constantFrom([], ['99201'], ['99301', '99101'], ['99302']),
      topics: fc.subarray(['income', 'violence', 'no_food']),
      languages: fc.subarray(['ja-simple', 'ne']),
    })
    .map(
      ({
        kind,
        description,
        application,
        alternateName,
        costs,
        hours: said,
        phones,
        places: codes,
        topics,
        languages,
      }) => {
        const { hours: _, ...rest } = exampleContent({
          kind,
          topics,
          description: { ja: description },
          application: { ja: application },
          alternateName,
          costs: { free: description !== '', description: { ja: costs }, options: [] },
          channels: Array.from({ length: phones }, () => exampleChannel({ label: { ja: '窓口' } })),
          locations: codes.map((municipality) => exampleLocation({ municipality })),
          languages: languages.map((code) => ({ id: code, code, note: '火曜だけ' })),
          areas: codes,
        });
        return said ? { ...rest, hours: said } : rest;
      },
    );

  test.each(layouts.map((layout) => [layout.code, layout] as const))(
    'in the layout %s, whatever an entry holds',
    (_, layout) => {
      fc.assert(
        fc.property(
          fc.array(content, { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          (contents, keepBlank) => {
            const entries = contents.map((each, index) =>
              standing(each, { id: `s${index}`, code: `mihon-${index}` }),
            );
            const csv = exportCsv(layout, entries, { places, newId: () => 'never', owner: 'みほん支援の会' });
            const rows = compare(csv, contextOf(entries, { keepBlank }));
            expect(rows.map(({ state, changes, problems: found }) => ({ state, changes, found }))).toEqual(
              contents.map(() => ({ state: 'unchanged', changes: [], found: [] })),
            );
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  test('a spreadsheet runs nothing of what staff export', () => {
    const csv = exportCsv(layouts[0]!, [standing(exampleContent({ description: { ja: '=1+1' } }))], {
      places,
      newId: () => '',
      owner: '@会',
    });
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@会");
  });
});
