import type { Hours } from '../hours/hours.ts';
import type { Channel, ServiceContent, ServiceLocation } from '../services/content.ts';
import { exampleChannel, exampleContent, exampleLocation } from '../services/fixtures.ts';

/** An entry that says everything that an entry can say, oddly where it may be odd. */
export function everythingContent(): ServiceContent {
  return exampleContent({
    kind: 'place',
    name: { ja: 'なんでも食堂🍚「ひだまり」', en: 'Everything 🌸' },
    alternateName: 'ひだまり',
    summary: { ja: '誰でも来られる食堂です' },
    description: { ja: '一行目\n二行目\u2028三行目 "引用" <b>太字</b> \\ 𠮷野家', en: 'Line' },
    website: 'https://みほん.example.jp/相談?q=値|1#先',
    topics: ['no_food', 'income', 'community'],
    serviceTypes: ['consultation', 'facility'],
    beneficiaries: ['child', 'single-parent'],
    placeTypes: ['learning'],
    keywords: ['子ども食堂', '無料'],
    eligibility: { description: { ja: '市内の方' }, minimumAge: 6, maximumAge: 18, gender: 'women' },
    areas: ['99101', '99301'],
    channels: oddChannels(),
    hours: oddHours,
    languages: [
      { id: 'a5f1c9de-3a6b-4a55-9d0c-5d5f0d6c0001', code: 'en', note: '通訳（予約）' },
      { id: 'a5f1c9de-3a6b-4a55-9d0c-5d5f0d6c0002', code: 'ja-simple', note: '' },
    ],
    costs: {
      free: false,
      description: { ja: '子どもは無料' },
      options: [
        { id: 'a5f1c9de-3a6b-4a55-9d0c-5d5f0d6c0003', option: '大人', amountYen: 100, description: '1食' },
        { id: 'a5f1c9de-3a6b-4a55-9d0c-5d5f0d6c0004', option: '寄付', amountYen: null, description: '' },
      ],
    },
    documents: [
      { id: 'a5f1c9de-3a6b-4a55-9d0c-5d5f0d6c0005', name: { ja: '保険証' }, url: '' },
      {
        id: 'a5f1c9de-3a6b-4a55-9d0c-5d5f0d6c0006',
        name: { ja: '申込書' },
        url: 'https://example.jp/申込[1].pdf',
      },
    ],
    accessibility: [{ id: 'a5f1c9de-3a6b-4a55-9d0c-5d5f0d6c0007', code: 'wheelchair', note: '入口に段差' }],
    locations: oddLocations(),
    legalBasis: '生活困窮者自立支援法',
    openFrom: '2026-04-01',
    openUntil: '2027-03-31',
    sourceUrl: 'https://example.jp/source%zz',
  });
}

function oddChannels(): Channel[] {
  return [
    exampleChannel({ label: { ja: '代表' }, languages: ['en', 'ja-simple'] }),
    exampleChannel({ kind: 'fax', value: '045-000-0001', freeOfCharge: false }),
    exampleChannel({ kind: 'mail', value: 'hidamari@example.jp' }),
    exampleChannel({ kind: 'line', value: 'hidamari_mihon' }),
    exampleChannel({ kind: 'form', value: 'https://みほん.example.jp/フォーム' }),
    exampleChannel({
      kind: 'visit',
      value: '',
      hours: {
        rules: [{ days: [6], nth: [2, 4], opens: '11:00', closes: '14:00', lastEntry: '13:30' }],
        publicHolidays: 'same',
        closures: [],
        exceptions: [{ date: '2027-05-08', intervals: [{ opens: '10:00', closes: '12:00' }] }],
      },
    }),
  ];
}

const oddHours: Hours = {
  rules: [
    { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '12:00' },
    { days: [5], opens: '22:00', closes: '02:00', interval: 2, validFrom: '2026-04-03' },
    { days: [7], opens: '00:00', closes: '24:00', lang: 'en', validTo: '2027-03-31' },
  ],
  publicHolidays: [{ opens: '10:00', closes: '11:00' }],
  closures: [
    { from: '12-29', to: '01-03' },
    { from: '2027-01-10', to: '2027-01-12', label: '改装' },
  ],
  exceptions: [{ date: '2027-02-01', intervals: [] }],
  note: { ja: '雨の日は休むことがあります' },
};

function oddLocations(): ServiceLocation[] {
  return [
    exampleLocation({ transportation: '駅から5分' }),
    exampleLocation({
      municipality: '99102',
      precision: 'municipality',
      postalCode: '',
      town: '',
      line: '',
      latitude: null,
      longitude: null,
    }),
  ];
}
