import { TextField } from '#ui/fields.tsx';
import type { Hours, Interval } from '../../hours/hours.ts';
import { hoursWords } from '../hours-words.ts';
import type { PartProps } from './fields.tsx';

/** What the fields of hours are made from, those of the entry or of one way of contact. */
export interface HoursProps extends Pick<PartProps, 'view' | 'state'> {
  readonly hours: Hours | undefined;
}

export function IntervalFields({
  view,
  state,
  stored,
  name,
}: Pick<PartProps, 'view' | 'state'> & {
  stored: Interval | undefined;
  name: (field: string) => string;
}) {
  const t = hoursWords[view.lang];
  return (
    <div class="cells">
      {(['opens', 'closes', 'lastEntry'] as const).map((field) => (
        <TextField
          view={view}
          state={state}
          name={name(field)}
          label={t[field]}
          value={stored?.[field]}
          width="short"
          autocomplete="off"
        />
      ))}
    </div>
  );
}
