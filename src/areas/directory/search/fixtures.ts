import { shippedGroups } from './vocabulary/shipped/groups.ts';
import { languageTerms } from '../taxonomy/terms.ts';
import type { MunicipalityInput } from '../municipalities/actions.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary/vocabulary.ts';

const place = (
  code: string,
  parentCode: string | null,
  kind: MunicipalityInput['kind'],
  names: [string, string, string],
  [latitude, longitude]: [number, number],
): MunicipalityInput => ({
  code,
  parentCode,
  kind,
  nameJa: names[0],
  nameKana: names[1],
  nameEn: names[2],
  latitude,
  longitude,
});

/** Municipalities with what makes names hard: wards of one name in two cities, old spellings, a name that is a word. */
export const examplePlaces: readonly MunicipalityInput[] = [
  place('14000', null, 'prefecture', ['神奈川県', 'かながわけん', 'Kanagawa'], [35.45, 139.64]),
  place('14100', '14000', 'designated-city', ['横浜市', 'よこはまし', 'Yokohama'], [35.44, 139.64]),
  place('14104', '14100', 'ward', ['中区', 'なかく', 'Naka'], [35.44, 139.65]),
  place('14106', '14100', 'ward', ['保土ケ谷区', 'ほどがやく', 'Hodogaya'], [35.46, 139.6]),
  place('14113', '14100', 'ward', ['緑区', 'みどりく', 'Midori'], [35.51, 139.54]),
  place('14150', '14000', 'designated-city', ['相模原市', 'さがみはらし', 'Sagamihara'], [35.57, 139.37]),
  place('14151', '14150', 'ward', ['緑区', 'みどりく', 'Midori'], [35.6, 139.3]),
  place('14201', '14000', 'core-city', ['横須賀市', 'よこすかし', 'Yokosuka'], [35.28, 139.67]),
  place('14207', '14000', 'city', ['茅ヶ崎市', 'ちがさきし', 'Chigasaki'], [35.33, 139.4]),
  place('14208', '14000', 'city', ['逗子市', 'ずしし', 'Zushi'], [35.3, 139.58]),
  place('14213', '14000', 'city', ['大和市', 'やまとし', 'Yamato'], [35.49, 139.46]),
  place('14382', '14000', 'town', ['箱根町', 'はこねまち', 'Hakone'], [35.23, 139.1]),
];

export const exampleVocabulary: Vocabulary = makeVocabulary({
  version: 'example',
  groups: shippedGroups,
  places: examplePlaces,
  languages: languageTerms
    .filter(({ code }) => code !== 'ja')
    .map(({ code, name, ownName }) => ({ code, names: [name.ja, name.en, ownName] })),
});
