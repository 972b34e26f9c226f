import { type DemoEntry, type DemoMunicipality, type EntryFile, entry } from './files.ts';

/** Every entry of a file, templates filled in. */
export function readEntries(
  { defaults, entries }: EntryFile,
  municipalities: readonly DemoMunicipality[],
): DemoEntry[] {
  const facts = new Map(municipalities.map((each) => [each.code, factsOf(each, municipalities)]));
  return entries.flatMap((given) => {
    if (!isTemplate(given)) return [entry.parse({ ...defaults, ...given })];
    return given.rows.map(({ with: different = {}, ...row }) => {
      const known = { ...facts.get(row.municipality ?? ''), ...row };
      return entry.parse(filled({ ...defaults, ...given.template, ...different }, known));
    });
  });
}

type Given = EntryFile['entries'][number];
type Template = Extract<Given, { rows: unknown }>;

function isTemplate(given: Given): given is Template {
  return 'template' in given && 'rows' in given;
}

/** What a template can say of a municipality: 横浜市鶴見区, Tsurumi Ward, Yokohama, 鶴見区, ツルミク, yokohama-tsurumi, 045-000. */
function factsOf(
  place: DemoMunicipality,
  all: readonly DemoMunicipality[],
): Readonly<Record<string, string>> {
  const { code, kind, nameJa, nameEn, nameKana, exchange } = place;
  const city = kind === 'ward' ? all.find((each) => each.code === place.parent) : undefined;
  const short = (name: string) => name.replace(/ (City|Town|Village|Ward|Prefecture)$/, '');
  return {
    code,
    ja: nameJa,
    kana: nameKana,
    en: nameEn,
    full: `${city?.nameJa ?? ''}${nameJa}`,
    fullKana: `${city?.nameKana ?? ''}${nameKana}`,
    fullEn: city ? `${nameEn}, ${short(city.nameEn)}` : nameEn,
    short: short(nameEn),
    slug: [...(city ? [short(city.nameEn)] : []), short(nameEn)].join('-').toLowerCase(),
    exchange,
  };
}

function filled(value: unknown, facts: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/\{([A-Za-z]+)\}/g, (_, name: string) => {
      const fact = facts[name];
      if (fact === undefined) throw new Error(`no fact ${name} for ${value}`);
      return fact;
    });
  if (Array.isArray(value)) return value.map((each) => filled(each, facts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, facts)]));
}
