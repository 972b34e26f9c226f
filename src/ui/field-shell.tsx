import type { Child } from 'hono/jsx';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { words } from './words.ts';

export interface FieldProps {
  readonly view: View;
  /** The name in the form; problems and typed values are found by it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  /** What was typed and what is wrong with it. */
  readonly state?: FormState | undefined;
  /** What stands in the field before anybody typed. */
  readonly value?: string | number | null | undefined;
  /** Instead of the state's problem. */
  readonly problem?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** The id of a field's first control: `rows[2].value` → `f-rows-2--value`. Error summaries link to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\p{L}\p{N}_]/gu, '-')}`;
}

/** What was typed goes before what is stored. */
export function valuesOf({
  state,
  name,
  value,
}: Pick<FieldProps, 'state' | 'name' | 'value'>): readonly string[] {
  const typed = state?.values[name];
  if (typed !== undefined) return typeof typed === 'string' ? [typed] : typed;
  return value === undefined || value === null ? [] : [String(value)];
}

export function valueOf(props: Pick<FieldProps, 'state' | 'name' | 'value'>): string {
  return valuesOf(props)[0] ?? '';
}

export function problemOf({
  state,
  name,
  problem,
}: Pick<FieldProps, 'state' | 'name' | 'problem'>): string | undefined {
  return problem ?? state?.problems.find(({ field }) => field === name)?.message;
}

/** Attributes that tie a control to its hint, its problem and (if any) its unit. */
export function described(props: FieldProps, unit?: string) {
  const id = fieldId(props.name);
  const problem = problemOf(props);
  const ids = [props.hint && `${id}-hint`, problem && `${id}-problem`, unit && `${id}-unit`].filter(Boolean);
  return {
    'aria-describedby': ids.length ? ids.join(' ') : undefined,
    'aria-invalid': problem ? ('true' as const) : undefined,
  };
}

export function Notes(props: FieldProps) {
  const id = fieldId(props.name);
  const problem = problemOf(props);
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          <span class="vh">{words[props.view.lang].error}</span>
          {problem}
        </p>
      )}
    </>
  );
}

export function Need({ view, required }: { view: View; required?: boolean | undefined }) {
  return required ? <span class="need">{words[view.lang].required}</span> : null;
}

/** One control with its label above it. */
export function FieldShell({ children, ...props }: FieldProps & { children?: Child }) {
  return (
    <div class={problemOf(props) ? 'field wrong' : 'field'}>
      <label for={fieldId(props.name)}>
        {props.label}
        <Need view={props.view} required={props.required} />
      </label>
      <Notes {...props} />
      {children}
    </div>
  );
}

/** Several controls under one legend. */
export function FieldGroup({ children, ...props }: FieldProps & { children?: Child }) {
  const { 'aria-describedby': describedBy } = described(props);
  return (
    <fieldset class={problemOf(props) ? 'field wrong' : 'field'} aria-describedby={describedBy}>
      <legend>
        {props.label}
        <Need view={props.view} required={props.required} />
      </legend>
      <Notes {...props} />
      {children}
    </fieldset>
  );
}
