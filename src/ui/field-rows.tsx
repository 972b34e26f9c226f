import type { Child } from 'hono/jsx';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { fieldId, problemOf, valueOf } from './field-shell.tsx';
import { HiddenField } from './fields.tsx';
import { SubmitButton } from './form.tsx';
import { words } from './words.ts';

interface FieldRowsProps {
  readonly view: View;
  readonly state: FormState;
  /** Names begin with it: `channels.0.value`. The form says how many rows it has as `channels.rows`. */
  readonly list: string;
  readonly count: number;
  /** What one row is: 連絡方法. */
  readonly title: string;
  /** What the button says that adds an empty one. */
  readonly add: string;
  /** The order means something: rows can be moved up. */
  readonly ordered?: boolean;
  readonly row: (at: number, name: (field: string) => string) => Child;
}

/**
 * Rows of fields, as many as one likes, without a script: the last is empty, a button adds one more and one moves a row up
 * (`do` is then `add:channels` or `up:channels.2`), a tick removes one when the form is saved.
 */
export function FieldRows({ view, state, list, count, title, add, ordered, row }: FieldRowsProps) {
  const t = words[view.lang];
  const problem = problemOf({ state, name: list });
  return (
    <div class="rows" id={fieldId(list)}>
      <HiddenField name={`${list}.rows`} value={count} />
      {problem && <p class="problem">{problem}</p>}
      {Array.from({ length: count }, (_, at) => {
        const named = t.row(title, at + 1);
        const remove = `${list}.${at}.remove`;
        return (
          <fieldset>
            <legend>{named}</legend>
            {row(at, (field) => `${list}.${at}.${field}`)}
            <div class="actions">
              {ordered && at > 0 && (
                <button
                  type="submit"
                  class="button quiet small"
                  name="do"
                  value={`up:${list}.${at}`}
                  aria-label={t.rowUp(named)}
                >
                  ↑ {t.up}
                </button>
              )}
              <div class="choice">
                <input
                  id={fieldId(remove)}
                  type="checkbox"
                  name={remove}
                  checked={valueOf({ state, name: remove }) !== ''}
                />
                <label for={fieldId(remove)}>{t.rowRemove(named)}</label>
              </div>
            </div>
          </fieldset>
        );
      })}
      <div class="actions">
        <SubmitButton kind="secondary" small name="do" value={`add:${list}`}>
          {add}
        </SubmitButton>
      </div>
    </div>
  );
}
