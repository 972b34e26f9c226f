import type { FormState } from '#platform/web/form-state.ts';
import { Disclosure } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { emergencyLines } from '../../emergency/lines.ts';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import type { CrisisKind } from '../../crisis/rules.ts';
import { languageTerms } from '../../taxonomy/features.ts';
import type { Option, Question } from '../flow.ts';
import { guideLanguages, textIn } from '../guide/guide.ts';
import { words } from '../words.ts';
import { PlaceFields, type PlaceGroup } from './place.tsx';
import { Press, type Talk, talkWords, TalkForm, TalkPage, viewIn } from './talk.tsx';

export interface QuestionProps {
  readonly talk: Talk;
  readonly question: Question;
  readonly options: readonly Option[];
  readonly places: readonly PlaceGroup[];
  readonly state: FormState;
  /** 1 of 6. */
  readonly step: { readonly at: number; readonly all: number };
  readonly first: boolean;
  readonly fromResult: boolean;
  readonly crises: readonly CrisisKind[];
  readonly seen: readonly string[];
}

/** One question. A single choice is one press; several are ticked and sent. */
export function QuestionPage(props: QuestionProps) {
  const { talk, question, state, step, first, fromResult, crises, seen } = props;
  const view = viewIn(talk.view, talk.language);
  const t = talkWords(talk);
  const asks = [
    question.id,
    ...(question.kind === 'worries' ? ['words'] : question.kind === 'place' ? ['municipality'] : []),
  ];
  return (
    <TalkPage talk={talk} problems={state.problems} first={first}>
      <TalkForm talk={talk} on={question.id} seen={seen} fromResult={fromResult} asks={asks}>
        <div class="asked">
          <p class="kicker">{words[view.lang].progress(step.at, step.all)}</p>
          <h1 id="ask">{textIn(talk.language, question.ask)}</h1>
          {question.hint && <p class="lead">{textIn(talk.language, question.hint)}</p>}
          {first && <p class="lead">{t.lead}</p>}
        </div>
        {first && <LanguageRow talk={talk} />}
        <Asked {...props} />
        <div class="presses">
          {!isOnePress(question) && (
            <Press go="next" kind="primary">
              {t.next}
            </Press>
          )}
          {question.kind === 'place' && <Press go="unsaid">{t.unsaid}</Press>}
          <Press go="skip" kind={isOnePress(question) ? 'secondary' : 'quiet'}>
            {t.skip}
          </Press>
          {!fromResult && (
            <Press go="result" kind="quiet">
              {t.see}
            </Press>
          )}
          {step.at > 1 && !fromResult && (
            <Press go="back" kind="quiet">
              ← {t.back}
            </Press>
          )}
        </div>
      </TalkForm>
      {crises.length > 0 && (
        <Disclosure summary={t.now}>
          <EmergencyPanel view={view} kind={crises} />
        </Disclosure>
      )}
      <Danger talk={talk} />
    </TalkPage>
  );
}

function isOnePress({ kind }: Question): boolean {
  return kind === 'choice' || kind === 'pressing' || kind === 'language';
}

function Asked({ talk, question, options, places, state }: QuestionProps) {
  const chosen = talk.answers[question.id] ?? [];
  switch (question.kind) {
    case 'place':
      return <PlaceFields talk={talk} groups={places} />;
    case 'language':
      return (
        <Presses
          name={question.id}
          talk={talk}
          options={languageTerms
            .filter(({ code }) => (guideLanguages as readonly string[]).includes(code))
            .map(({ code, ownName }) => ({ value: code, label: { ja: ownName } }))}
          chosen={chosen}
        />
      );
    case 'choice':
    case 'pressing':
      return <Presses name={question.id} talk={talk} options={options} chosen={chosen} />;
    case 'worries':
    case 'choices':
      return (
        <>
          <Ticks name={question.id} talk={talk} options={options} chosen={chosen} />
          {question.kind === 'worries' && <OwnWords talk={talk} state={state} />}
        </>
      );
  }
}

interface OptionsProps {
  readonly name: string;
  readonly talk: Talk;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
}

function Presses({ name, talk, options, chosen }: OptionsProps) {
  const t = talkWords(talk);
  return (
    <ul class="options" aria-labelledby="ask">
      {options.map(({ value, label, hint }) => (
        <li>
          <button class="option" type="submit" name={name} value={value}>
            <span lang={name === 'language' && value !== 'ja-simple' ? value : undefined}>
              {textIn(talk.language, label)}
            </span>
            {hint && <small>{textIn(talk.language, hint)}</small>}
            {chosen.includes(value) && <small>✓ {t.current}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Ticks({ name, talk, options, chosen }: OptionsProps) {
  return (
    <fieldset class="options" aria-labelledby="ask">
      {options.map(({ value, label, hint }) => (
        <label class="option">
          <input type="checkbox" name={`${name}[]`} value={value} checked={chosen.includes(value)} />
          <span>
            {textIn(talk.language, label)}
            {hint && <small>{textIn(talk.language, hint)}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function OwnWords({ talk, state }: { talk: Talk; state: FormState }) {
  const t = talkWords(talk);
  return (
    <TextArea
      view={viewIn(talk.view, talk.language)}
      state={state}
      name="words"
      label={t.ownWords}
      hint={t.ownWordsHint}
      rows={3}
      value={talk.answers['words']?.[0]}
    />
  );
}

/** The names of languages in themselves: whoever cannot read the page finds the way in. */
function LanguageRow({ talk }: { talk: Talk }) {
  const view = viewIn(talk.view, talk.language);
  return (
    <nav class="tongues" aria-label={words[view.lang].otherLanguages}>
      {languageTerms
        .filter(({ code }) => (guideLanguages as readonly string[]).includes(code) && code !== talk.language)
        .map(({ code, ownName }) => (
          <button
            type="submit"
            name="go"
            value={`language:${code}`}
            lang={code === 'ja-simple' ? 'ja' : code}
          >
            {ownName}
          </button>
        ))}
    </nav>
  );
}

/** On every page: who to call when a life is in danger. */
export function Danger({ talk }: { talk: Talk }) {
  const { lang } = viewIn(talk.view, talk.language);
  const t = talkWords(talk);
  return (
    <p class="lifeline">
      {t.danger}{' '}
      {[emergencyLines.police, emergencyLines.ambulance].map((line) => (
        <a href={`tel:${line.number}`}>
          {line.number} <span lang={lang}>{line.name[lang]}</span>
        </a>
      ))}
    </p>
  );
}
