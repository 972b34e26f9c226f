import type { FormState } from '#platform/web/form-state.ts';
import {
  described,
  fieldId,
  FieldGroup,
  FieldShell,
  type FieldProps,
  Need,
  Notes,
  problemOf,
  valueOf,
  valuesOf,
} from './field-shell.tsx';
import { words } from './words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[];
  /** Text of the empty first option; `false` leaves it out. */
  readonly empty?: string | false;
}

export function SelectField(props: SelectFieldProps) {
  const chosen = valueOf(props);
  const empty = props.empty ?? words[props.view.lang].choose;
  return (
    <FieldShell {...props}>
      <select
        id={fieldId(props.name)}
        name={props.name}
        class="input"
        required={props.required}
        disabled={props.disabled}
        {...described(props)}
      >
        {empty !== false && <option value="">{empty}</option>}
        {props.options.map((entry) =>
          'options' in entry ? (
            <optgroup label={entry.label}>
              {entry.options.map((option) => (
                <Choice option={option} chosen={chosen} />
              ))}
            </optgroup>
          ) : (
            <Choice option={entry} chosen={chosen} />
          ),
        )}
      </select>
    </FieldShell>
  );
}

function Choice({ option, chosen }: { option: Option; chosen: string }) {
  return (
    <option value={option.value} selected={option.value === chosen}>
      {option.label}
    </option>
  );
}

interface GroupProps extends FieldProps {
  readonly options: readonly Option[];
  /** Beside each other: short words in a line, longer ones in columns. */
  readonly spread?: 'line' | 'columns';
}

export function RadioGroup(props: GroupProps) {
  return <Choices {...props} type="radio" chosen={valuesOf(props).slice(0, 1)} />;
}

/** Sent as `name[]`, so that one choice is a list too. `values` are the stored choices; what was chosen in the form goes before them. */
export function CheckboxGroup(props: GroupProps & { readonly values?: readonly string[] }) {
  return (
    <Choices
      {...props}
      type="checkbox"
      chosen={isFilled(props.state) ? valuesOf(props) : (props.values ?? [])}
    />
  );
}

function Choices(props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const id = fieldId(props.name);
  return (
    <FieldGroup {...props}>
      <div class={`boxes ${props.spread === 'columns' ? 'wide' : (props.spread ?? '')}`.trim()}>
        {props.options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${index}`;
          return (
            <div class="choice">
              <input
                id={own}
                type={props.type}
                name={props.type === 'checkbox' ? `${props.name}[]` : props.name}
                value={option.value}
                checked={props.chosen.includes(option.value)}
                required={props.type === 'radio' && props.required}
                disabled={props.disabled}
                aria-describedby={option.hint ? `${own}-about` : undefined}
              />
              <label for={own}>{option.label}</label>
              {option.hint && (
                <p class="hint" id={`${own}-about`}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** Browsers send nothing for an empty box: in a form that was filled, a missing name means "not chosen". */
function isFilled(state: FormState | undefined): boolean {
  return state !== undefined && Object.keys(state.values).length > 0;
}

/** A single yes; its value is `on`. */
export function Checkbox(props: FieldProps & { readonly checked?: boolean }) {
  const id = fieldId(props.name);
  return (
    <div class={problemOf(props) ? 'field wrong' : 'field'}>
      <div class="choice">
        <input
          id={id}
          type="checkbox"
          name={props.name}
          checked={isFilled(props.state) ? valueOf(props) !== '' : !!props.checked}
          required={props.required}
          disabled={props.disabled}
          {...described(props)}
        />
        <label for={id}>
          {props.label}
          <Need view={props.view} required={props.required} />
        </label>
      </div>
      <Notes {...props} />
    </div>
  );
}

interface FileFieldProps extends FieldProps {
  /** As in HTML: `.xlsx,image/png`. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Name of the file that is kept when none is chosen. */
  readonly stored?: string;
}

/** The form around it needs `files`. A chosen file cannot be kept when the page comes back: browsers forbid it. */
export function FileField(props: FileFieldProps) {
  return (
    <FieldShell {...props}>
      {props.stored && <p class="hint">{words[props.view.lang].fileStored(props.stored)}</p>}
      <input
        id={fieldId(props.name)}
        name={props.name}
        type="file"
        class="input file"
        accept={props.accept}
        multiple={props.multiple}
        required={props.required}
        disabled={props.disabled}
        {...described(props)}
      />
    </FieldShell>
  );
}
