import { CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { DateField, NumberField } from '#ui/fields.tsx';
import { channelKinds, type HoursRule } from '../../hours/hours.ts';
import { channelWords } from '../../hours/sentence-words.ts';
import { words as weekdayWords } from '../../hours/words.ts';
import { hoursWords } from '../hours-words.ts';
import { type PartProps, termOptions } from './fields.tsx';
import { IntervalFields } from './interval.tsx';

interface RuleProps extends Pick<PartProps, 'view' | 'state'> {
  readonly stored: HoursRule | undefined;
  readonly name: (field: string) => string;
}

/** Weekdays and times on top; what few rules need is folded away unless it says something. */
export function RuleRow(props: RuleProps) {
  const { view, state, stored, name } = props;
  const t = hoursWords[view.lang];
  const typed = rareFields.some((field) => (state.values[name(field)] ?? '').length > 0);
  const rare =
    stored &&
    (stored.nth ?? stored.interval ?? stored.channel ?? stored.lang ?? stored.validFrom ?? stored.validTo);
  return (
    <>
      <CheckboxGroup
        view={view}
        state={state}
        spread="line"
        name={name('days')}
        label={t.days}
        options={weekdayWords[view.lang].weekdays.map((label, day) => ({ value: String(day + 1), label }))}
        values={stored?.days.map(String) ?? []}
      />
      <IntervalFields view={view} state={state} stored={stored} name={name} />
      <Disclosure summary={t.more} open={typed || rare !== undefined}>
        <RareFields {...props} />
      </Disclosure>
    </>
  );
}

const rareFields = ['nth', 'interval', 'channel', 'lang', 'validFrom', 'validTo'] as const;

function RareFields({ view, state, stored, name }: RuleProps) {
  const t = hoursWords[view.lang];
  const common = { view, state };
  const nths = ['1', '2', '3', '4', '5', '-1'] as const;
  return (
    <>
      <CheckboxGroup
        {...common}
        spread="line"
        name={name('nth')}
        label={t.nth}
        hint={t.nthHint}
        options={nths.map((value) => ({ value, label: t.nths[value] }))}
        values={stored?.nth?.map(String) ?? []}
      />
      <div class="cells">
        <NumberField
          {...common}
          name={name('interval')}
          label={t.interval}
          hint={t.intervalHint}
          unit={t.weeks}
          value={stored?.interval}
        />
        <DateField {...common} name={name('validFrom')} label={t.validFrom} value={stored?.validFrom} />
        <DateField {...common} name={name('validTo')} label={t.validTo} value={stored?.validTo} />
        <SelectField
          {...common}
          name={name('channel')}
          label={t.onlyChannel}
          empty={t.everyChannel}
          options={channelKinds.map((value) => ({ value, label: channelWords[view.lang][value] }))}
          value={stored?.channel}
        />
        <SelectField
          {...common}
          name={name('lang')}
          label={t.onlyLang}
          empty={t.everyLang}
          options={termOptions(view, 'language')}
          value={stored?.lang}
        />
      </div>
    </>
  );
}
