import { ok } from '#platform/result.ts';
import type { ServiceContent } from '../../services/content.ts';
import { isDay } from '../../services/content-checks/rules.ts';
import { type Codec, splitList, textCodec, wrong } from './codec.ts';

type TextKey = 'nameKana' | 'alternateName' | 'website' | 'email' | 'legalBasis' | 'sourceUrl';
const plain = (key: TextKey): Codec =>
  textCodec(
    (content) => content[key],
    (content, text) => ({ ...content, [key]: text }),
  );

type TranslatedKey = 'name' | 'summary' | 'description' | 'application';
const inJapanese = (key: TranslatedKey): Codec =>
  textCodec(
    (content) => content[key].ja,
    (content, text) => ({ ...content, [key]: { ...content[key], ja: text } }),
  );

const day = (key: 'openFrom' | 'openUntil'): Codec => ({
  write: (content) => content[key] ?? '',
  read: (content, text) => {
    if (text === '') return ok({ ...content, [key]: null });
    const read = readDay(text);
    return read ? ok({ ...content, [key]: read }) : wrong('not-a-day', { text });
  },
});

export const textCodecs = {
  name: inJapanese('name'),
  nameKana: plain('nameKana'),
  nameEn: textCodec(
    (content) => content.name['en'] ?? '',
    (content, en) => ({ ...content, name: en ? { ...content.name, en } : withoutEnglish(content) }),
  ),
  alternateName: plain('alternateName'),
  summary: inJapanese('summary'),
  description: inJapanese('description'),
  application: inJapanese('application'),
  eligibility: textCodec(
    ({ eligibility }) => eligibility.description.ja,
    (content, ja) => ({
      ...content,
      eligibility: { ...content.eligibility, description: { ...content.eligibility.description, ja } },
    }),
  ),
  website: plain('website'),
  sourceUrl: plain('sourceUrl'),
  email: plain('email'),
  legalBasis: plain('legalBasis'),
  openFrom: day('openFrom'),
  openUntil: day('openUntil'),
  keywords: textCodec(
    ({ keywords }) => keywords.join(';'),
    (content, text) => ({ ...content, keywords: splitList(text) }),
  ),
  costs: textCodec(writeCosts, (content, text) => {
    const [, free, ja = ''] = /^(無料)?[。、\s]*(.*)$/s.exec(text) ?? [];
    return { ...content, costs: { ...content.costs, free: free !== undefined, description: { ja } } };
  }),
  documents: {
    write: ({ documents }) => documents.map(({ name }) => name.ja).join(';'),
    read: (content, text, { newId }) =>
      ok({
        ...content,
        documents: splitList(text).map(
          (ja) =>
            content.documents.find(({ name }) => name.ja === ja) ?? { id: newId(), name: { ja }, url: '' },
        ),
      }),
  },
  illustrative: {
    write: ({ illustrative }) => (illustrative ? '有' : '無'),
    read: (content, text) =>
      /^(有|無|)$/.test(text)
        ? ok({ ...content, illustrative: text === '有' })
        : wrong('not-yes-or-no', { text }),
  },
} satisfies Record<string, Codec>;

function withoutEnglish({ name }: ServiceContent): ServiceContent['name'] {
  return { ...Object.fromEntries(Object.entries(name).filter(([lang]) => lang !== 'en')), ja: name.ja };
}

function writeCosts({ costs: { free, description } }: ServiceContent): string {
  return [free ? '無料' : '', description.ja].filter(Boolean).join('。');
}

const eras: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };

/** 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日, R8.4.1 → `YYYY-MM-DD`. */
export function readDay(text: string): string | undefined {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const [, era, year = '', month = '', date = ''] =
    /^(令和|平成|r|h)?(\d{1,4}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(folded) ?? [];
  const number = year === '元' ? 1 : Number(year);
  const full = era ? number + (eras[era] ?? 0) : number;
  const day = `${String(full).padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return full > 1900 && isDay(day) ? day : undefined;
}
