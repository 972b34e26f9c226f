import { type Directory, entry } from './directory/files.ts';
import { aoumiNavigator } from './second-navigator.ts';

/** The directory of 青海県, which does not exist: a city, a town, and a desk, a scheme and a place for them. */

const place = { exchange: '09-0000', at: [35, 139] } satisfies Partial<Directory['municipalities'][number]>;

export const aoumiDirectory: Directory = {
  municipalities: [
    {
      ...place,
      code: '98000',
      kind: 'prefecture',
      nameJa: '青海県',
      nameKana: 'アオウミケン',
      nameEn: 'Aoumi Prefecture',
    },
    {
      ...place,
      code: '98201',
      parent: '98000',
      kind: 'city',
      nameJa: '灯市',
      nameKana: 'アカリシ',
      nameEn: 'Akari City',
      region: '内海',
      tile: [0, 0],
    },
    {
      ...place,
      code: '98301',
      parent: '98000',
      kind: 'town',
      nameJa: '渚町',
      nameKana: 'ナギサチョウ',
      nameEn: 'Nagisa Town',
      region: '外海',
      tile: [1, 0],
    },
  ],
  navigator: aoumiNavigator,
  schemes: [],
  proposals: [],
  profiles: {
    harbour: { kana: 'ミナトキョク', ja: '船着き場で相談を受けています。', en: 'Listens at the landing.' },
  },
  documents: { ticket: { ja: '船の切符', en: 'Ferry ticket' } },
  entries: {
    all: [
      entry.parse({
        code: 'landing-desk',
        kind: 'desk',
        org: 'harbour',
        name: { ja: '船着き場のよろず相談', en: 'Desk at the landing' },
        kana: 'フナツキバノヨロズソウダン',
        summary: {
          ja: '船を待つ間に、どんな困りごとでも話せます。',
          en: 'Talk about anything while you wait.',
        },
        topics: ['income', 'housing', 'no_food', 'other'],
        areas: ['98201', '98301'],
        channels: [{ kind: 'phone', value: '09-0000-0001' }],
        hours: '1-7 05:00-23:00; holidays same',
        at: [{ municipality: '98201', town: '岸壁', line: '1番' }],
      }),
      entry.parse({
        code: 'ferry-pass',
        kind: 'scheme',
        org: 'hill',
        name: { ja: '通院の船の切符', en: 'Ferry tickets to the doctor' },
        kana: 'ツウインノフネノキップ',
        summary: {
          ja: '本土の病院へ通う船の切符を受け取れます。',
          en: 'Tickets for the ferry to the hospital.',
        },
        topics: ['health'],
        channels: [{ kind: 'visit', label: { ja: '町役場', en: 'Town office' } }],
        documents: ['ticket'],
      }),
      entry.parse({
        code: 'boat-house',
        kind: 'place',
        org: 'harbour',
        name: { ja: '舟小屋の広間', en: 'Boathouse' },
        kana: 'フナゴヤノヒロマ',
        summary: { ja: '波の高い日に集まる広間です。', en: 'Where people gather on rough days.' },
        topics: ['community'],
        places: ['salon'],
        hours: '6 nth 1 10:00-15:00; holidays same',
        at: [{ municipality: '98301', precision: 'town', town: '浜' }],
      }),
    ],
  },
};
