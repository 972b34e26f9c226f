import type { Text } from '#platform/i18n.ts';
import { dayFact, plainFact, yenFact } from './facts.ts';
import { documentNumber, letterText } from './rules.ts';
import type { LetterContent, LetterFacts, LetterTemplate } from './kinds/rules.ts';
import { words } from './words.ts';

/** A letter with invented facts in every place, to see how a template reads. */
export function exampleLetter({
  template,
  issuer,
  symbol,
  today,
  fiscalYear,
}: {
  template: LetterTemplate;
  issuer: Text;
  symbol: string;
  today: string;
  fiscalYear: number;
}): LetterContent {
  const { example } = words.ja;
  const facts: LetterFacts = {
    call: { ja: '見本の補助金', en: 'Example grant' },
    application: plainFact(`${fiscalYear}-000001`),
    received: dayFact(today),
    asked: yenFact(300_000),
    yen: yenFact(250_000),
    before: yenFact(300_000),
    paid: yenFact(280_000),
    returnYen: yenFact(30_000),
    surcharge: yenFact(900),
    returnBy: dayFact(today),
    startsOn: dayFact(`${fiscalYear}-04-01`),
    endsOn: dayFact(`${fiscalYear + 1}-03-31`),
    reportBy: dayFact(`${fiscalYear + 1}-04-10`),
    keepYears: { ja: '5年間', en: '5 years' },
    award: plainFact(documentNumber({ symbol, fiscalYear, serial: 1 })),
    awardedOn: dayFact(`${fiscalYear}-06-01`),
    reason: { ja: example.reason, en: words.en.example.reason },
  };
  const given = {
    template,
    facts,
    issuer,
    addressee: [example.group, example.representative],
    conditions: [{ ja: '（公募の条件がここに並びます）', en: '(conditions of the call)' }],
    contact: { ja: '見本の係　電話 045-000-0001', en: 'Example desk, telephone 045-000-0001' },
  };
  const texts = { ja: letterText(given, 'ja'), en: letterText(given, 'en') };
  return { number: documentNumber({ symbol, fiscalYear, serial: 12 }), issuedOn: today, texts };
}
