import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { Disclosure } from './content.tsx';
import { HiddenField } from './fields.tsx';
import { Row } from './layout.tsx';
import { words } from './words.ts';

interface FormProps {
  readonly action: string;
  readonly method?: 'get' | 'post';
  /** The form carries files. */
  readonly files?: boolean;
  readonly label?: string;
  /** Fields beside each other: filters and searches. */
  readonly inline?: boolean;
  readonly children?: Child;
}

/** `novalidate`: the server's words appear, in the page's language, beside the field. */
export function Form({ action, method = 'post', files, label, inline, children }: FormProps) {
  return (
    <form
      method={method}
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      aria-label={label}
      class={inline ? 'form inline' : 'form'}
      novalidate
    >
      {children}
    </form>
  );
}

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

interface ButtonProps {
  readonly children?: Child;
  readonly kind?: ButtonKind;
  readonly small?: boolean | undefined;
}

function buttonClass({ kind = 'primary', small }: ButtonProps): string {
  return `button ${kind}${small ? ' small' : ''}`;
}

/** With `name` and `value` one form can carry several buttons: save a draft, submit. */
export function SubmitButton(props: ButtonProps & { readonly name?: string; readonly value?: string }) {
  return (
    <button type="submit" class={buttonClass(props)} name={props.name} value={props.value}>
      {props.children}
    </button>
  );
}

export function ButtonLink(props: ButtonProps & { readonly href: string; readonly download?: boolean }) {
  return (
    <a class={buttonClass(props)} href={props.href} download={props.download}>
      {props.children}
    </a>
  );
}

interface Downloads {
  readonly csv: string;
  readonly workbook: string;
}

/** The numbers of a page to take along, as CSV and as a workbook. */
export function DownloadLinks({ files, labels }: { files: Downloads; labels: Downloads }) {
  return (
    <>
      <ButtonLink kind="secondary" href={files.csv} download>
        {labels.csv}
      </ButtonLink>
      <ButtonLink kind="secondary" href={files.workbook} download>
        {labels.workbook}
      </ButtonLink>
    </>
  );
}

interface ActionFormProps extends ButtonProps {
  readonly action: string;
  readonly fields?: Readonly<Record<string, string | number>>;
}

/** A button that does something at once: a form of its own, since a link never changes anything. */
export function ActionForm({ action, fields, ...button }: ActionFormProps) {
  return (
    <form method="post" action={action} class="action">
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
      <SubmitButton kind="secondary" {...button} />
    </form>
  );
}

/** Buttons side by side, the main one first. */
export function Actions({ children }: { children?: Child }) {
  return <div class="actions">{children}</div>;
}

interface FoldedFormProps {
  readonly action: string;
  /** What it does: on the line, as the form's name and on its button. */
  readonly label: string;
  /** While it comes back with what is wrong. */
  readonly open: boolean;
  readonly lead?: string | undefined;
  readonly kind?: ButtonKind | undefined;
  readonly children?: Child;
}

/** Something that can be done, folded until somebody means to. */
export function FoldedForm({ action, label, open, lead, kind, children }: FoldedFormProps) {
  return (
    <Disclosure summary={label} open={open}>
      {lead && <p>{lead}</p>}
      <Form action={action} label={label}>
        {children}
        <Actions>
          <SubmitButton {...(kind && { kind })}>{label}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

interface MoveButtonsProps {
  readonly view: View;
  readonly action: string;
  /** What is moved, as people call it: each button says it. */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
}

/** One place up or down in a list: posts `by` as -1 or 1. */
export function MoveButtons({ view, action, name, first, last }: MoveButtonsProps) {
  const t = words[view.lang];
  const button = (by: '-1' | '1', sign: string, label: string) => (
    <ActionForm action={action} fields={{ by }} kind="quiet" small>
      <span aria-hidden="true">{sign}</span>
      <span class="vh">{label}</span>
    </ActionForm>
  );
  return (
    <Row>
      {!first && button('-1', '↑', t.upOf(name))}
      {!last && button('1', '↓', t.downOf(name))}
    </Row>
  );
}
