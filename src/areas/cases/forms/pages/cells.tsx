import type { FormState } from '#platform/web/form-state.ts';
import { fieldId, valuesOf } from '#ui/field-shell.tsx';

interface CellProps {
  readonly state: FormState;
  readonly name: string;
  /** Said to those who hear the page: the table's head and the row's name. */
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
}

/** Fields in the cells of a table: the column is the label that one sees, and each says its own to those who hear it. */
export function TextCell({ state, name, label, value, disabled, short }: CellProps & { short?: boolean }) {
  const [shown = ''] = valuesOf({ state, name, value });
  return (
    <input
      id={fieldId(name)}
      class={short ? 'input short' : 'input full'}
      name={name}
      type="text"
      aria-label={label}
      value={shown}
      maxlength={300}
      disabled={disabled}
      autocomplete="off"
    />
  );
}

export function SelectCell({
  state,
  name,
  label,
  value,
  disabled,
  options,
}: CellProps & { options: readonly (readonly [string, string])[] }) {
  const [chosen] = valuesOf({ state, name, value });
  return (
    <select id={fieldId(name)} class="input" name={name} aria-label={label} disabled={disabled}>
      {options.map(([code, text]) => (
        <option value={code} selected={code === chosen}>
          {text}
        </option>
      ))}
    </select>
  );
}

export function TickCell({ state, name, label, value, disabled }: CellProps) {
  const filled = Object.keys(state.values).length > 0;
  const checked = filled ? state.values[name] !== undefined : value !== '';
  return (
    <div class="choice">
      <input id={fieldId(name)} type="checkbox" name={name} checked={checked} disabled={disabled} />
      <label for={fieldId(name)}>
        <span class="vh">{label}</span>
      </label>
    </div>
  );
}
