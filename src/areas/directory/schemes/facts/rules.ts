import type { Amount, ChoiceFact, NumberFact, SchemeFacts, SchemeVersion, Test } from '../scheme.ts';

/** Facts that some rules ask about, numbers and choices, each once in the order of the rules. */
export function factsOfSchemes(versions: readonly SchemeVersion[]): {
  readonly numbers: readonly NumberFact[];
  readonly choices: readonly ChoiceFact[];
} {
  const numbers = new Set<NumberFact>();
  const choices = new Set<ChoiceFact>();
  const ofAmount = (amount: Amount): void => {
    if (typeof amount === 'number') return;
    if ('fact' in amount) numbers.add(amount.fact);
    else if ('table' in amount) numbers.add('household');
    else if ('product' in amount) ofAmount(amount.product[0]);
    else for (const each of 'sum' in amount ? amount.sum : amount.least) ofAmount(each);
  };
  const ofTest = (test: Test): void => {
    if ('any' in test) test.any.forEach(ofTest);
    else if ('all' in test) test.all.forEach(ofTest);
    else if ('oneOf' in test) choices.add(test.fact);
    else if ('fact' in test) {
      numbers.add(test.fact);
      ofAmount('atMost' in test ? test.atMost : test.atLeast);
    }
  };
  for (const { requirements, amounts } of versions) {
    for (const { test } of requirements) ofTest(test);
    for (const amount of Object.values(amounts ?? {})) ofAmount(amount);
  }
  return { numbers: [...numbers], choices: [...choices] };
}

const greatest = 1_000_000_000;

/** 「８４，０００円」, 「12万」 and 「8万4000円」 as whole numbers; undefined for what is none. */
export function readAmount(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replace(/[,、\s¥円人歳]|[かヶカ]月/g, '');
  const [, tenThousands, rest] = /^(?:(\d+(?:\.\d+)?)万)?(\d+)?$/.exec(text) ?? [];
  if (tenThousands === undefined && rest === undefined) return undefined;
  const value = Math.round(Number(tenThousands ?? 0) * 10_000) + Number(rest ?? 0);
  return value <= greatest ? value : undefined;
}

/** What was typed, made into facts: 「８４，０００円」 is 84000. What is no number, or no known choice, was not said. */
export function readFacts(
  said: Readonly<Record<string, string | undefined>>,
  {
    numbers,
    choices,
    area,
  }: {
    numbers: readonly NumberFact[];
    choices: Readonly<Record<string, readonly string[]>>;
    area: readonly string[];
  },
): SchemeFacts {
  const readNumber = (name: NumberFact) => {
    const value = readAmount(said[name] ?? '');
    return value === undefined || (name === 'household' && value === 0) ? [] : [[name, value] as const];
  };
  const readChoice = ([name, allowed]: [string, readonly string[]]) => {
    const value = said[name];
    return value !== undefined && allowed.includes(value) ? [[name, value] as const] : [];
  };
  return {
    ...(area.length > 0 ? { area } : {}),
    numbers: Object.fromEntries(numbers.flatMap(readNumber)),
    choices: Object.fromEntries(Object.entries(choices).flatMap(readChoice)),
  };
}
