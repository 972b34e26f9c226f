import { Checkbox } from '#ui/choices.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { hoursWords } from '../hours-words.ts';
import { rowCount } from '#platform/web/typed.ts';
import { type HoursProps, IntervalFields } from './interval.tsx';

/** Times within a day that a form offers: more are kept as they are. */
const fewestIntervals = 2;

export function ClosureRows({ view, state, hours }: HoursProps) {
  const t = hoursWords[view.lang];
  const common = { view, state };
  const stored = hours?.closures ?? [];
  return (
    <>
      <h2>{t.closure}</h2>
      <p class="hint">{t.closureHint}</p>
      <FieldRows
        {...common}
        list="hours.closures"
        count={rowCount(state.values, 'hours.closures', stored.length)}
        title={t.closure}
        add={t.addClosure}
        row={(at, name) => (
          <div class="cells">
            {(['from', 'to', 'label'] as const).map((field) => (
              <TextField {...common} name={name(field)} label={t[field]} value={stored[at]?.[field]} />
            ))}
          </div>
        )}
      />
    </>
  );
}

export function ExceptionRows({ view, state, hours }: HoursProps) {
  const t = hoursWords[view.lang];
  const common = { view, state };
  const stored = hours?.exceptions ?? [];
  return (
    <>
      <h2>{t.exception}</h2>
      <FieldRows
        {...common}
        list="hours.exceptions"
        count={rowCount(state.values, 'hours.exceptions', stored.length)}
        title={t.exception}
        add={t.addException}
        row={(at, name) => {
          const before = stored[at];
          const intervals = Math.max(fewestIntervals, before?.intervals.length ?? 0);
          return (
            <>
              <div class="cells">
                <DateField {...common} name={name('date')} label={t.date} value={before?.date} />
                <TextField {...common} name={name('label')} label={t.label} value={before?.label} />
              </div>
              <Checkbox
                {...common}
                name={name('closed')}
                label={t.closed}
                checked={before?.intervals.length === 0}
              />
              <input type="hidden" name={name('intervals.rows')} value={intervals} />
              {Array.from({ length: intervals }, (_, index) => (
                <IntervalFields
                  {...common}
                  stored={before?.intervals[index]}
                  name={(field) => name(`intervals.${index}.${field}`)}
                />
              ))}
            </>
          );
        }}
      />
    </>
  );
}
