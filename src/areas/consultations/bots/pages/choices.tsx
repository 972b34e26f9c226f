import type { View } from '#platform/web/view.ts';
import { type AskedTurn, turnValues } from '#areas/directory/index.ts';
import { HiddenField } from '#ui/fields.tsx';
import { ActionForm } from '#ui/form.tsx';
import { talkPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface GuideProps {
  readonly view: View;
  /** What the guide asks now; its question stands in the conversation already. */
  readonly asked: AskedTurn;
}

/** The answers that can be pressed: one press where there is one answer, ticks where there may be several. */
export function GuideChoices({ view, asked }: GuideProps) {
  const t = words[view.lang];
  return (
    <section class="guide" aria-label={t.choose} data-talk-guide>
      <form
        method="post"
        action={view.href(talkPaths.answer.to({}))}
        class="form"
        autocomplete="off"
        aria-label={t.choose}
        novalidate
      >
        <HiddenField name="key" value={crypto.randomUUID()} />
        {asked.places.length > 0 && <Places view={view} asked={asked} />}
        {asked.several ? <Ticks view={view} asked={asked} /> : <Presses asked={asked} />}
        <div class="presses">
          {(asked.several || asked.places.length > 0) && (
            <button class="button primary" type="submit">
              {asked.next}
            </button>
          )}
          {[asked.skip, asked.advice].map(({ value, label }) => (
            <button class="button quiet" type="submit" name="choice[]" value={value}>
              {label}
            </button>
          ))}
        </div>
      </form>
    </section>
  );
}

function Presses({ asked }: Pick<GuideProps, 'asked'>) {
  return (
    <ul class="options">
      {asked.choices.map(({ value, label }) => (
        <li>
          <button class="option" type="submit" name="choice[]" value={value}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Ticks({ view, asked }: GuideProps) {
  return (
    <fieldset class="options">
      <legend class="hint">{words[view.lang].several}</legend>
      {asked.choices.map(({ value, label }) => (
        <label class="option">
          <input type="checkbox" name="choice[]" value={value} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Places({ view, asked }: GuideProps) {
  const t = words[view.lang];
  return (
    <div class="field">
      <label for="guide-place">{t.place}</label>
      <select id="guide-place" name="choice[]" class="input">
        <option value="">{t.choosePlace}</option>
        {asked.places.map((group) => (
          <optgroup label={group.label}>
            {group.choices.map(({ value, label }) => (
              <option value={value}>{label}</option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** After the advice: answered wrongly, or something else troubles. */
export function GuideAgain({ view }: { view: View }) {
  return (
    <ActionForm
      action={view.href(talkPaths.answer.to({}))}
      fields={{ 'choice[]': `:${turnValues.again}`, key: crypto.randomUUID() }}
      kind="quiet"
    >
      {words[view.lang].again}
    </ActionForm>
  );
}
