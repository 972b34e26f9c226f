import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { TypedText } from '#ui/layout.tsx';
import { amountLines, windowLines } from '../../say.tsx';
import type { Call } from '../../store.ts';
import type { CallTerms } from '../../terms.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';

interface FactsProps {
  readonly view: View;
  readonly call: Pick<Call, 'shape'>;
  readonly terms: CallTerms;
  readonly budgetYen: number;
  readonly freeYen: number;
}

/** For whom, how much, when, how often, and what is left. */
export function Facts({ view, call, terms, budgetYen, freeYen }: FactsProps) {
  const { lang } = view;
  const t = words[lang];
  const c = common[lang];
  const lines = (all: readonly string[]) => all.map((line) => <p>{line}</p>);
  return (
    <DefinitionList
      items={[
        { term: t.whoFor, value: <TypedText text={contentIn(lang, terms.whoFor)} /> },
        { term: t.howMuch, value: lines(amountLines(lang, terms)) },
        {
          term: t.when,
          value: (
            <>
              {lines(windowLines(lang, terms))}
              <p class="hint">{terms.firstCome ? c.firstCome : t.whenNote}</p>
            </>
          ),
        },
        { term: t.once, value: c.unit[terms.unit] },
        { term: t.kind, value: c.shape[call.shape as 'subsidy'] },
        ...(budgetYen > 0 || terms.firstCome
          ? [{ term: t.budget, value: c.left(yenFull(lang, freeYen), yenFull(lang, budgetYen)) }]
          : []),
        ...(terms.advance.allowed
          ? [{ term: t.advance, value: c.advance(String(terms.advance.upToPercent)) }]
          : []),
      ]}
    />
  );
}
