import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { compareRows } from '../imports/compare.ts';
import { readCsv } from '../imports/csv/rules.ts';
import { decodeText } from '../imports/decode.ts';
import { readHeadings } from '../imports/headings.ts';
import { indexEntries, type Standing } from '../imports/match.ts';
import { everythingContent } from '../hsds/fixtures.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { sealService, verifyService, withdrawService } from '../services/actions.ts';
import type { ServiceContent } from '../services/content.ts';
import {
  exampleLocation,
  granted,
  makeMunicipalities,
  makeOwner,
  makeService,
} from '../services/fixtures.ts';
import { findService } from '../services/store.ts';
import { knownKinds } from '../services/write.ts';
import { knownCodes } from '../taxonomy/terms.ts';
import { dataPackageSchema, tableSchemaSchema } from '#platform/testing/frictionless.ts';
import { fileKinds } from './columns.ts';

const app = await testApp();
const it = system('test');
const ids: Record<string, string> = {};
let owner = '';

beforeAll(async () => {
  await makeMunicipalities(app.db);
  owner = await makeOwner(app.db);
  const make = async (code: string, content: Partial<ServiceContent>, given = {}) => {
    ids[code] = (await makeService(app.db, { organisationId: owner, code, content, ...given })).serviceId;
  };
  await make('desk', { locations: [exampleLocation()] });
  await make('everything', everythingContent());
  await make('for-the-ward', { areas: ['99101'] });
  await make('scheme', { kind: 'scheme', openFrom: '2026-04-01', legalBasis: '生活困窮者自立支援法' });
  await make('odd', { name: { ja: 'コンマ, "引用"\n改行' }, description: { ja: ' 前後の空白 ' } });
  await make('sealed', { name: { ja: '隠れ家' } }, { sealed: true });
  await make('draft', { name: { ja: '下書き' } }, { publish: false });
  await make('gone', { name: { ja: '取り下げ' } });
  granted(await withdrawService(app.db, it, { serviceId: ids['gone'] ?? '', reason: '終了' }));
  granted(await verifyService(app.db, it, { serviceId: ids['desk'] ?? '', organisationId: owner }));
});

const bytesOf = async (name: string) =>
  new Uint8Array(await (await app.get(`/opendata/files/${name}`)).arrayBuffer());

/** Rows by heading. */
async function rowsOf(name: string): Promise<Record<string, string>[]> {
  const text = new TextDecoder('utf-8').decode(await bytesOf(name));
  const read = readCsv(text, ',');
  if (!read.ok) throw new Error(read.refusal);
  const [head, ...rows] = read.value;
  return rows.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((heading, at) => [heading, cells[at] ?? ''])),
  );
}
const numbersOf = async (name: string) => (await rowsOf(name)).map((row) => row['NO'] ?? row['制度番号']);

describe('a file', () => {
  test('is what offices open: UTF-8 with BOM, CRLF, open to every origin, named after code and kind', async () => {
    const response = await app.get('/opendata/files/990001_support_desk.csv');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="990001_support_desk.csv"',
    );
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('etag')).toBeTruthy();
    const bytes = await bytesOf('990001_support_desk.csv');
    expect(Buffer.from(bytes.subarray(0, 3)).toString('hex')).toBe('efbbbf');
    const text = new TextDecoder().decode(bytes);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '').replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/[\r\n]/);
  });

  test('begins with the 24 columns of 公共施設一覧, in their order; ours stand after them', async () => {
    const official =
      '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_通称,POIコード,住所,方書,緯度,経度,電話番号,' +
      '内線番号,法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,バリアフリー情報,URL,備考';
    for (const name of ['support_desk', 'support_group', 'community_place']) {
      const [head = ''] = new TextDecoder().decode(await bytesOf(`990001_${name}.csv`)).split('\r\n');
      expect(head).toMatch(new RegExp(`^\ufeff?${official},`));
      expect(head.split(',')).toContain('確認日');
    }
  });

  test('of the prefecture has everything of its kind, of a municipality what is in it or for it', async () => {
    expect(await numbersOf('990001_support_desk.csv')).toEqual(['desk', 'for-the-ward', 'odd']);
    expect(await numbersOf('992011_support_desk.csv')).toEqual(['desk']);
    expect(await numbersOf('991007_support_desk.csv')).toEqual(['for-the-ward']);
    expect(await numbersOf('991007_community_place.csv')).toEqual(['everything']);
    expect(await numbersOf('993018_community_place.csv')).toEqual(['everything']);
    expect(await numbersOf('993026_community_place.csv')).toEqual([]);
    expect(await numbersOf('990001_support_scheme.csv')).toEqual(['scheme']);
    expect(await numbersOf('990001_support_group.csv')).toEqual([]);
  });

  test('says who answers, who confirmed, and where more is', async () => {
    const [desk] = await rowsOf('992011_support_desk.csv');
    expect(desk).toMatchObject({
      都道府県コード又は市区町村コード: '990001',
      都道府県名: 'みほん県',
      市区町村名: 'みほん市',
      団体名: 'みほん支援の会',
      住所: 'みほん県みほん市本町1-1',
      利用可能曜日: '月火水木金',
      情報の種類: '相談窓口',
      例示: '有',
      状態: '実施中',
      確認した団体: 'みほん支援の会',
      情報ID: ids['desk'],
      情報のURL: `http://localhost/services/${ids['desk']}`,
    });
    expect(desk?.['確認日']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const [scheme] = await rowsOf('990001_support_scheme.csv');
    expect(scheme).toMatchObject({ 制度所管組織: 'みほん支援の会', 公募開始日: '2026-04-01' });
  });

  test.each(fileKinds.map(({ name, kind }) => [name, kind] as const))(
    '%s goes back through the import and changes nothing',
    async (name, kind) => {
      const decoded = decodeText(await bytesOf(`990001_${name}.csv`));
      if (!decoded.ok) throw new Error(decoded.refusal);
      const read = readCsv(decoded.value.text, decoded.value.delimiter);
      if (!read.ok) throw new Error(read.refusal);
      const [head, ...rows] = read.value;
      const texts = head?.cells ?? [];
      const standing: Standing[] = [];
      const places = await inTransaction(app.db, it, async (tx) => {
        for (const id of Object.values(ids)) standing.push(await findService(tx, id));
        return listMunicipalities(tx);
      });
      const compared = compareRows(
        rows,
        { ...readHeadings(texts), texts },
        {
          places,
          newId: () => crypto.randomUUID(),
          known: { ...knownKinds, ...knownCodes, municipalities: new Set(places.map(({ code }) => code)) },
          standing: indexEntries('owner', standing),
          kind,
          topics: [],
          keepBlank: false,
        },
      );
      expect(
        compared.map(({ code, state, problems, changes }) => ({ code, state, problems, changes })),
      ).toEqual(compared.map(({ code }) => ({ code, state: 'unchanged', problems: [], changes: [] })));
      expect(compared.length).toBe((await rowsOf(`990001_${name}.csv`)).length);
    },
  );

  test('holds nothing that a spreadsheet would run, also from an organisation’s name', async () => {
    const odd = await makeOwner(app.db, { nameJa: '=HYPERLINK("http://example.jp")' });
    await makeService(app.db, { organisationId: odd, code: 'odd-owner', content: { kind: 'group' } });
    const [row] = await rowsOf('990001_support_group.csv');
    expect(row).toMatchObject({ NO: 'odd-owner', 団体名: '' });
    for (const { name } of fileKinds)
      for (const cells of await rowsOf(`990001_${name}.csv`))
        for (const cell of Object.values(cells)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠−]/);
  });

  test('and everything beside it know nothing of what must not be known', async () => {
    const before = await (await app.get('/opendata')).text();
    const { serviceId } = await makeService(app.db, {
      organisationId: owner,
      code: 'shelter',
      content: { name: { ja: '避難所' } },
    });
    granted(await sealService(app.db, it, { serviceId, reason: '避難先' }));
    const urls = [
      '/opendata',
      '/opendata/datapackage.json',
      '/opendata/catalog.jsonld',
      ...fileKinds.map(({ name }) => `/opendata/files/990001_${name}.csv`),
      ...fileKinds.map(({ name }) => `/opendata/files/992011_${name}.csv`),
    ];
    for (const url of urls) {
      const text = await (await app.get(url)).text();
      for (const secret of ['隠れ家', '下書き', '取り下げ', '避難所', serviceId, ids['sealed'] ?? '?'])
        expect(text).not.toContain(secret);
    }
    expect(await (await app.get('/opendata')).text()).toBe(before);
  });

  test.each([
    '990001_support.csv',
    '999999_support_desk.csv',
    '991015_support_desk.csv',
    '990001_support_desk.xlsx',
  ])('%s is not there', async (name) => expect((await app.get(`/opendata/files/${name}`)).status).toBe(404));
});

describe('what machines are told', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const problemsOf = (schema: object, value: unknown) => {
    const check = ajv.compile(schema);
    return check(value) ? [] : check.errors;
  };
  const json = async <T>(url: string) => (await (await app.get(url)).json()) as T;
  interface Package {
    readonly resources: readonly { readonly path: string; readonly name: string; readonly schema: string }[];
  }
  interface Table {
    readonly fields: readonly { readonly name: string; readonly type: string; readonly format?: string }[];
    readonly primaryKey: readonly string[];
  }

  test('the data package is valid, and every file in it is there with the columns of its schema', async () => {
    const told = await json<Package>('/opendata/datapackage.json');
    expect(problemsOf(dataPackageSchema, told)).toEqual([]);
    expect(told.resources.length).toBe(5 * 4);
    expect(new Set(told.resources.map(({ name }) => name)).size).toBe(told.resources.length);
    for (const { path, schema } of told.resources) {
      const table = await json<Table>(new URL(schema).pathname);
      const text = await (await app.get(new URL(path).pathname)).text();
      const read = readCsv(text.replace(/^\ufeff/, ''), ',');
      if (!read.ok) throw new Error(read.refusal);
      expect(read.value[0]?.cells).toEqual(table.fields.map(({ name }) => name));
    }
  });

  test.each(['facility', 'scheme'])(
    'the columns of %s are described, and every cell is of its type',
    async (name) => {
      const table = await json<Table>(`/opendata/schemas/${name}`);
      expect(problemsOf(tableSchemaSchema, table)).toEqual([]);
      const headings = table.fields.map((field) => field.name);
      expect(new Set(headings).size).toBe(headings.length);
      const patterns: Record<string, RegExp> = {
        number: /^-?\d+(\.\d+)?$/,
        date: /^\d{4}-\d{2}-\d{2}$/,
        datetime: /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
        uuid: /^[0-9a-f-]{36}$/,
        uri: /^http:/,
      };
      const files = fileKinds.filter(({ kind }) => (kind === 'scheme') === (name === 'scheme'));
      for (const file of files)
        for (const row of await rowsOf(`990001_${file.name}.csv`))
          for (const { name: heading, type, format } of table.fields) {
            const pattern = patterns[format ?? type];
            const cell = row[heading] ?? '';
            if (pattern && cell !== '')
              expect([heading, cell]).toEqual([heading, expect.stringMatching(pattern)]);
          }
    },
  );

  test('the catalogue names data sets, files, licence and the API', async () => {
    const told = await json<Record<string, unknown>>('/opendata/catalog.jsonld');
    expect(told).toMatchObject({
      '@type': 'dcat:Catalog',
      'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dcat:service': [{ 'dcat:endpointURL': { '@id': 'http://localhost/hsds' } }],
    });
    const datasets = told['dcat:dataset'] as {
      'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[];
    }[];
    expect(datasets.map((each) => each['dcat:distribution'].length)).toEqual([5, 5, 5, 5, 3]);
    for (const each of datasets.flatMap((dataset) => dataset['dcat:distribution']))
      expect((await app.get(new URL(each['dcat:downloadURL']['@id']).pathname)).status).toBe(200);
  });
});

test.each([
  ['/opendata', 'CC BY 4.0'],
  ['/opendata?lang=en', 'Attribution 4.0'],
  ['/opendata/api', '/hsds/services/{id}'],
  ['/opendata/api?lang=en', 'No registration'],
])('%s explains itself', async (url, said) => {
  const response = await app.get(url);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(said);
});
