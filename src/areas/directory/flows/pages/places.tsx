import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox } from '#ui/choices.tsx';
import { HiddenField, Suggestions, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import type { Editing, Outcome } from '../surroundings.ts';
import { words } from '../words.ts';
import { entriesList } from './fields.tsx';
import { FlowFrame } from './frame.tsx';
import { Broken } from './situations.tsx';

interface PlacesProps extends Editing {
  readonly view: View;
  readonly state: FormState;
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  readonly offersAccept: boolean;
}

/** Which entry answers for which municipality. */
export function FlowTablePage(props: PlacesProps) {
  const { view, state, name, flow, entries, places } = props;
  const t = words[view.lang];
  const table = flow.tables[name] ?? {};
  const field = (code: string, label: string) => (
    <TextField
      view={view}
      state={state}
      name={`place.${code}`}
      label={label}
      hint={entries.get(table[code] ?? '')}
      value={table[code]}
      list={entriesList}
    />
  );
  return (
    <FlowFrame
      view={view}
      title={t.table(name)}
      lead={t.tableLead}
      current={`@${name}`}
      flow={flow}
      problems={state.problems}
    >
      <Broken view={view} outcomes={props.outcomes} entries={entries} places={places} />
      <Form action={view.href(staffDirectoryPaths.navigatorTable.to({ name }))} label={t.table(name)}>
        <HiddenField name="revision" value={props.revision} />
        <div class="cells">
          {places.map(({ code, name: label }) => field(code, label))}
          {field('other', t.otherPlaces)}
        </div>
        {props.offersAccept && (
          <Checkbox view={view} state={state} name="accept" label={t.accept} hint={t.acceptHint} />
        )}
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
      <Suggestions id={entriesList} values={entries} />
    </FlowFrame>
  );
}
