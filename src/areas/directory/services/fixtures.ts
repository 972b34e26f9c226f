import { randomUUID } from 'node:crypto';
import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import type { Result } from '#platform/result.ts';
import type { MunicipalityInput } from '../municipalities/actions.ts';
import { saveMunicipalities } from '../municipalities/actions.ts';
import { createService } from './creating/actions.ts';
import type { Channel, ServiceContent, ServiceLocation } from './content.ts';
import { emptyContent } from './empty.ts';

const it = system('test');

/** A refused fixture is a broken test. */
export function granted<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal} ${JSON.stringify(result.facts ?? {})}`);
  return result.value;
}

/** A desk of an invented town, open on weekdays, that anybody may call. */
export function exampleContent(overrides: Partial<ServiceContent> = {}): ServiceContent {
  return {
    ...emptyContent('desk'),
    name: { ja: 'みほん暮らしの相談窓口', en: 'Example life support desk' },
    nameKana: 'ミホンクラシノソウダンマドグチ',
    summary: {
      ja: 'お金や住まいの困りごとを一緒に考えます',
      en: 'We think with you about money and housing',
    },
    description: { ja: '予約はいりません。家族や支援者からの相談も受けます。' },
    website: 'https://mihon.example.jp/desk',
    email: 'desk@mihon.example.jp',
    topics: ['income', 'rent_loan'],
    serviceTypes: ['consultation'],
    eligibility: { description: { ja: 'どなたでも' }, minimumAge: null, maximumAge: null, gender: 'any' },
    channels: [exampleChannel()],
    hours: {
      rules: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
      publicHolidays: 'closed',
      closures: [{ from: '12-29', to: '01-03' }],
      exceptions: [],
    },
    application: { ja: '電話するか、直接来てください' },
    anonymous: true,
    illustrative: true,
    ...overrides,
  };
}

export function exampleChannel(overrides: Partial<Channel> = {}): Channel {
  return {
    id: randomUUID(),
    kind: 'phone',
    value: '0120-000-001',
    label: { ja: '' },
    freeOfCharge: true,
    languages: [],
    ...overrides,
  };
}

/** A counter in the invented municipality 99201 of `makeMunicipalities`. */
export function exampleLocation(overrides: Partial<ServiceLocation> = {}): ServiceLocation {
  return {
    id: randomUUID(),
    serviceAtLocationId: randomUUID(),
    name: 'みほん市役所',
    municipality: '99201',
    precision: 'exact',
    postalCode: '0000001',
    town: '本町',
    line: '1-1',
    building: '',
    latitude: 35.5,
    longitude: 139.5,
    transportation: '',
    ...overrides,
  };
}

/** A prefecture that does not exist: a city, a designated city with two wards, a town and a village. */
export const inventedMunicipalities: readonly MunicipalityInput[] = [
  invented('99000', null, 'prefecture', 'みほん県', 'Mihon Prefecture', 0),
  invented('99100', '99000', 'designated-city', '大みほん市', 'Great Mihon', 0.1),
  invented('99101', '99100', 'ward', '東区', 'East ward', 0.12),
  invented('99102', '99100', 'ward', '西区', 'West ward', 0.08),
  invented('99201', '99000', 'city', 'みほん市', 'Mihon City', 0.3),
  invented('99301', '99000', 'town', '小みほん町', 'Little Mihon Town', 0.5),
  invented('99302', '99000', 'village', '奥みほん村', 'Far Mihon Village', 0.7),
];

function invented(
  code: string,
  parentCode: string | null,
  kind: MunicipalityInput['kind'],
  nameJa: string,
  nameEn: string,
  east: number,
): MunicipalityInput {
  const county = kind === 'town' || kind === 'village' ? '見本郡' : null;
  return {
    code,
    parentCode,
    kind,
    nameJa,
    nameKana: '',
    nameEn,
    county,
    region: '中央',
    population: 10_000,
    latitude: 35.5,
    longitude: 139.5 + east,
    tileColumn: Math.round(east * 10),
    tileRow: 0,
  };
}

export async function makeMunicipalities(db: Database): Promise<void> {
  granted(await saveMunicipalities(db, it, inventedMunicipalities));
}

/** An organisation that answers for entries. */
export async function makeOwner(
  db: Database,
  { kind = 'npo', nameJa = 'みほん支援の会', nameEn = 'Mihon Support Group' } = {},
): Promise<string> {
  const owner = { kind: kind as 'npo', code: `owner-${randomUUID()}`, nameJa, nameEn };
  return inTransaction(db, it, (tx) => insertOrganisation(tx, owner));
}

/** A published entry; an owner is made unless one is given. */
export async function makeService(
  db: Database,
  {
    organisationId,
    content,
    ...given
  }: {
    organisationId?: string;
    code?: string;
    content?: Partial<ServiceContent>;
    sealed?: boolean;
    publish?: boolean;
    now?: Date;
  } = {},
): Promise<{ serviceId: string; organisationId: string }> {
  const owner = organisationId ?? (await makeOwner(db));
  const { now = new Date(), sealed = false, publish = !sealed, ...rest } = given;
  const input = { organisationId: owner, content: exampleContent(content), sealed, publish, ...rest };
  const { serviceId } = granted(await createService(db, it, input, now));
  return { serviceId, organisationId: owner };
}
