import { Disclosure } from '#ui/content.tsx';
import { factsOfSchemes } from '../../schemes/facts/rules.ts';
import { choiceFacts, type ChoiceFact, type NumberFact } from '../../schemes/scheme.ts';
import { choiceLabel } from '../fact-lines.ts';
import { pageLang } from '../guide/guide.ts';
import { words } from '../words.ts';
import type { SchemeView } from './schemes.tsx';
import { Press, type Talk, TalkForm } from './talk.tsx';

/** What the schemes ask about, and nothing else. Leaving a field empty says nothing and costs nothing. */
export function FactsForm({ talk, schemes }: { talk: Talk; schemes: readonly SchemeView[] }) {
  const t = words[pageLang(talk.language)];
  const { numbers, choices } = factsOfSchemes(schemes.map(({ version }) => version));
  const all = [...numbers, ...choices];
  if (all.length === 0) return null;
  const answered = all.some((name) => talk.answers[name] !== undefined);
  return (
    <Disclosure summary={t.checkMore} open={answered}>
      <TalkForm talk={talk} asks={all}>
        <p class="hint">{t.checkMoreLead}</p>
        <div class="facts" lang={pageLang(talk.language)}>
          {numbers.map((name) => (
            <NumberFactField talk={talk} name={name} />
          ))}
          {choices.map((name) => (
            <ChoiceFactField talk={talk} name={name} />
          ))}
        </div>
        <Press go="result" kind="primary">
          {t.check}
        </Press>
      </TalkForm>
    </Disclosure>
  );
}

const units: Record<NumberFact, 'people' | 'years' | 'months' | 'yen'> = {
  household: 'people',
  age: 'years',
  monthsSinceLoss: 'months',
  income: 'yen',
  rent: 'yen',
  savings: 'yen',
};

function NumberFactField({ talk, name }: { talk: Talk; name: NumberFact }) {
  const lang = pageLang(talk.language);
  const t = words[lang];
  const unit = units[name] === 'yen' ? (lang === 'ja' ? '円' : 'yen') : t.units[units[name]];
  return (
    <div class="field">
      <label for={`fact-${name}`}>{t.facts[name]}</label>
      <div class="with-unit">
        <input
          id={`fact-${name}`}
          name={name}
          class="input number"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          maxlength={20}
          value={talk.answers[name]?.[0] ?? ''}
        />
        <span>{unit}</span>
      </div>
    </div>
  );
}

function ChoiceFactField({ talk, name }: { talk: Talk; name: ChoiceFact }) {
  const lang = pageLang(talk.language);
  const t = words[lang];
  return (
    <div class="field">
      <label for={`fact-${name}`}>{t.facts[name]}</label>
      <select id={`fact-${name}`} name={name} class="input">
        <option value="">{t.notSaid}</option>
        {choiceFacts[name].map((value) => (
          <option value={value} selected={talk.answers[name]?.[0] === value}>
            {choiceLabel(lang, name, value)}
          </option>
        ))}
      </select>
    </div>
  );
}
