/** What a rule answers: the value it decided on, or a named refusal (and the facts its words need). Never thrown. */
export type Result<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal; readonly facts?: RefusalFacts };

/** Facts that the words of a refusal may quote: names, dates, numbers. Never personal data of a third person. */
export type RefusalFacts = Readonly<Record<string, string | number>>;

export function ok<const Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<const Refusal extends string>(
  refusal: Refusal,
  facts?: RefusalFacts,
): { readonly ok: false; readonly refusal: Refusal; readonly facts?: RefusalFacts } {
  return facts ? { ok: false, refusal, facts } : { ok: false, refusal };
}
