/** A number of this kind is no result: it says when, where, who or which, and not how many. */
interface Exception {
  readonly name: string;
  readonly pattern: RegExp;
}

const kanji = '[〇一二三四五六七八九十百千]';

const inJapanese: readonly Exception[] = [
  {
    name: 'a year or day of an era',
    pattern: new RegExp(
      `(?:令和|平成|昭和|大正|明治)\\s?(?:元|\\d{1,2}|${kanji}+)\\s?年(?:度|代)?(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?)?`,
      'g',
    ),
  },
  {
    name: 'a year of an era, short',
    pattern: /(?<![A-Za-z])[RHS]\d{1,2}(?:\.\d{1,2}(?:\.\d{1,2})?)?(?:年度)?(?![\d,A-Za-z])/g,
  },
  {
    name: 'a year',
    pattern: /(?:FY\s?\d{4}|(?<!\d)(?:19|20)\d{2}\s?年(?:度|代)?(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?)/g,
  },
  { name: 'a day in figures', pattern: /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)/g },
  {
    name: 'a month or day',
    pattern: /(?<![\d,.])(?:\d{1,2}\s?[～〜~－-]\s?)?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?(?!間)/g,
  },
  { name: 'a day of every month', pattern: /毎月\s?\d{1,2}\s?日/g },
  {
    name: 'a time of the day',
    pattern: /(?<![\d,.])\d{1,2}(?:[:：]\d{2}(?!\d)|\s?時(?:\s?\d{1,2}\s?分|半)?(?!間))/g,
  },
  {
    name: 'round the clock',
    pattern: /24\s?時間(?:・?365\s?日)?(?=対応|体制|受付|、|いつでも|開|365)|365\s?日/g,
  },
  { name: 'an ordinal', pattern: new RegExp(`第\\s?(?:\\d+|${kanji}+)`, 'g') },
  {
    name: 'an ordinal of counting',
    pattern: new RegExp(`(?:\\d+|${kanji}+)\\s?(?:回|年|人|番|つ|度|件|日|か月|校|期|例)?目`, 'g'),
  },
  { name: 'a clause of a law', pattern: /\d+\s?(?:条|項|号)(?:の\s?\d+)*(?:第\s?\d+)?/g },
  {
    name: 'a grade at school',
    pattern: new RegExp(
      `(?:小学校?|中学校?|高校|高等学校|大学|[小中高])?\\s?(?:\\d|${kanji})\\s?年生|(?:小学校?|中学校?|高校|大学)\\s?\\d\\s?年(?!間)`,
      'g',
    ),
  },
  {
    name: 'an age',
    pattern:
      /(?<!平均[^。]{0,4})(?<![\d,.])(?:\d{1,3}\s?[～〜~－-]\s?)?\d{1,3}\s?(?:歳|才)|(?<![\d,.])\d0\s?代/g,
  },
  {
    name: 'one as a word',
    pattern:
      /[一1]つ|[一1]人(?=ひとり|一人|1人|暮らし|ぐらし|で|親|あたり|当たり|も|前|称)|(?<=[一1]人)[一1]人|[一1]件(?=[一1]件)|(?<=[一1]件)[一1]件|一(?:か所|冊)(?=で|に)|二人三脚/g,
  },
  {
    name: 'a number of a heading or list',
    pattern: /^[\s（(]*\d{1,2}(?:[)）.．、]\s?|\s(?=\S)(?!件|人|名|回|円|か所|団体|校|世帯|[a-z]))(?!\d)/gm,
  },
  {
    name: 'a part by its number',
    pattern:
      /(?:プロジェクト|柱|区分|様式|別紙|別表|表|図|事例|注|※|その)\s?\d{1,3}(?![\d,.]|\s?(?:件|人|名|回|円))/g,
  },
  { name: 'an address', pattern: /〒\s?\d{3}-\d{4}|\d+\s?(?:丁目|番地)/g },
];

const inEnglish: readonly Exception[] = [
  {
    name: 'a year in English',
    pattern: /(?:\bFY ?)?(?<![\d,.])(?:19|20)\d{2}(?:[–/-]\d{2,4})?(?![\d,]|\.\d)(?! [a-z]+s\b)/g,
  },
  {
    name: 'a day in English',
    pattern:
      /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?: \d{4})?|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b(?:, \d{4})?/g,
  },
  { name: 'a time in English', pattern: /\b\d{1,2}(?::\d{2}| ?[ap]\.?m\b)/g },
  { name: 'an ordinal in English', pattern: /\b\d+(?:st|nd|rd|th)\b/g },
  { name: 'round the clock in English', pattern: /\b24[- ]hours?\b/g },
  {
    name: 'an age in English',
    pattern: /\b(?:aged? |under |over )\d{1,3}\b(?! [a-z]+s\b)|\b\d{1,3}[- ]year[- ]olds?\b/g,
  },
  {
    name: 'a part by its number in English',
    pattern: /\b(?:Article|Section|Chapter|Part|Project|Figure|Table|Edition|Category|Pillar|No\.) \d+/g,
  },
];

const everywhere: readonly Exception[] = [
  { name: 'a web or mail address', pattern: /https?:\/\/[^\s、。」）]+|[\w.+-]+@[\w.-]+/g },
  {
    name: 'a telephone number',
    pattern:
      /(?<!\d)0\d{1,4}[-－(（]\d{1,4}[-－)）]\d{3,4}(?!\d)|(?<!\d)0120\d{6}(?!\d)|[#＃♯]\s?\d{3,5}|(?<!\d)(?:110|118|119|188|189)\s?番/g,
  },
];

export const exceptions = {
  ja: [...everywhere, ...inJapanese],
  en: [...everywhere, ...inEnglish, ...inJapanese],
};
