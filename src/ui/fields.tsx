import { described, fieldId, FieldShell, type FieldProps, valueOf } from './field-shell.tsx';
import { words } from './words.ts';

type Autocomplete =
  | 'off'
  | 'username'
  | 'email'
  | 'name'
  | 'tel'
  | 'current-password'
  | 'new-password'
  | 'one-time-code';

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password';
  readonly autocomplete?: Autocomplete;
  readonly maxlength?: number;
  readonly inputmode?: 'numeric' | 'text';
  readonly width?: 'short' | 'medium' | 'full';
  readonly placeholder?: string;
  /** The id of a `Suggestions`: what may be typed is offered, anything else can be typed too. */
  readonly list?: string;
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', width = 'medium' } = props;
  return (
    <FieldShell {...props}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type={type}
        class={`input ${width}`}
        value={type === 'password' ? '' : valueOf(props)}
        required={props.required}
        disabled={props.disabled}
        maxlength={props.maxlength}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        placeholder={props.placeholder}
        list={props.list}
        {...described(props)}
      />
    </FieldShell>
  );
}

/** Offered by every text field that names it as its `list`. */
export function Suggestions({ id, values }: { id: string; values: ReadonlyMap<string, string> }) {
  return (
    <datalist id={id}>
      {[...values].map(([value, label]) => (
        <option value={value}>{label}</option>
      ))}
    </datalist>
  );
}

export function TextArea(props: FieldProps & { readonly rows?: number; readonly maxlength?: number }) {
  return (
    <FieldShell {...props}>
      <textarea
        id={fieldId(props.name)}
        name={props.name}
        class="input full"
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
        required={props.required}
        disabled={props.disabled}
        {...described(props)}
      >
        {/* The first line break after the tag is dropped by browsers: keep one that was typed. */}
        {`\n${valueOf(props)}`}
      </textarea>
    </FieldShell>
  );
}

interface NumberFieldProps extends FieldProps {
  /** 件, 人, 回 … shown behind the field and read with it. */
  readonly unit?: string;
  readonly decimal?: boolean;
}

/** A text field for numbers: typed commas and full-width digits reach the server, which reads them. */
export function NumberField(props: NumberFieldProps) {
  const id = fieldId(props.name);
  return (
    <FieldShell {...props}>
      <div class="with-unit">
        <input
          id={id}
          name={props.name}
          type="text"
          class="input number"
          inputmode={props.decimal ? 'decimal' : 'numeric'}
          autocomplete="off"
          value={valueOf(props)}
          required={props.required}
          disabled={props.disabled}
          {...described(props, props.unit)}
        />
        {props.unit && <span id={`${id}-unit`}>{props.unit}</span>}
      </div>
    </FieldShell>
  );
}

export function YenField(props: FieldProps) {
  return <NumberField {...props} unit={words[props.view.lang].yen} />;
}

/** A day, `YYYY-MM-DD`. */
export function DateField(props: FieldProps & { readonly min?: string; readonly max?: string }) {
  return (
    <FieldShell {...props}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type="date"
        class="input short"
        value={valueOf(props)}
        min={props.min}
        max={props.max}
        required={props.required}
        disabled={props.disabled}
        {...described(props)}
      />
    </FieldShell>
  );
}

export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />;
}
