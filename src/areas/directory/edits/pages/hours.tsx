import { RadioGroup } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { hoursWords } from '../hours-words.ts';
import { rowCount } from '#platform/web/typed.ts';
import { ClosureRows, ExceptionRows } from './days-off.tsx';
import { TranslatedFields } from './fields.tsx';
import { type HoursProps, IntervalFields } from './interval.tsx';
import { RuleRow } from './rule.tsx';

export function HoursFields(props: HoursProps) {
  const { view, state, hours } = props;
  const t = hoursWords[view.lang];
  const common = { view, state };
  const known = hours?.alwaysOpen ? 'always' : 'rules';
  return (
    <>
      <RadioGroup
        {...common}
        name="hours.known"
        label={t.known}
        options={(['rules', 'always', 'unknown'] as const).map((value) => ({ value, label: t.knows[value] }))}
        value={known}
      />
      <h2>{t.rule}</h2>
      <p class="hint">{t.ruleHint}</p>
      <FieldRows
        {...common}
        list="hours.rules"
        count={rowCount(state.values, 'hours.rules', hours?.rules.length ?? 0)}
        title={t.rule}
        add={t.addRule}
        row={(at, name) => <RuleRow {...common} stored={hours?.rules[at]} name={name} />}
      />
      <HolidayFields {...props} />
      <ClosureRows {...props} />
      <ExceptionRows {...props} />
      <TranslatedFields
        {...common}
        name="hours.note"
        label={t.note}
        hint={t.noteHint}
        value={hours?.note}
        rows={2}
      />
    </>
  );
}

function HolidayFields({ view, state, hours }: HoursProps) {
  const t = hoursWords[view.lang];
  const common = { view, state };
  const stored = hours?.publicHolidays ?? 'closed';
  const own = typeof stored === 'string' ? [] : stored;
  return (
    <>
      <h2>{t.holidays}</h2>
      <RadioGroup
        {...common}
        spread="line"
        name="hours.onHolidays"
        label={t.holidays}
        options={(['closed', 'same', 'own'] as const).map((value) => ({ value, label: t.onHolidays[value] }))}
        value={typeof stored === 'string' ? stored : 'own'}
      />
      <Disclosure
        summary={t.holidayInterval}
        open={own.length > 0 || 'hours.publicHolidays.rows' in state.values}
      >
        <FieldRows
          {...common}
          list="hours.publicHolidays"
          count={rowCount(state.values, 'hours.publicHolidays', own.length)}
          title={t.holidayInterval}
          add={t.addHolidayInterval}
          row={(at, name) => <IntervalFields {...common} stored={own[at]} name={name} />}
        />
      </Disclosure>
    </>
  );
}
