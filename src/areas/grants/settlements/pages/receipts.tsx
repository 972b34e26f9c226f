import type { Child } from 'hono/jsx';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { FileField } from '#ui/choices.tsx';
import { Tag } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { Row, Section } from '#ui/layout.tsx';
import type { ShownPaper } from '../../applications/papers/actions.ts';
import { words } from '../words.ts';
import { Files } from './files.tsx';
import { GoOn } from './go-on.tsx';
import type { ReportProps } from './report.tsx';

const accept = 'image/jpeg,image/png,image/webp,application/pdf';

/** A photograph of each receipt, with the cost that it is for. */
export function ReceiptsStep(props: ReportProps) {
  const { view, place, report } = props;
  const t = words[view.lang];
  const lines = report.lines.filter(({ id, spentYen }) => id !== '' && spentYen !== 0);
  if (lines.length === 0)
    return (
      <>
        <p>{t.noLines}</p>
        <Actions>
          <ButtonLink kind="secondary" href={place.step('costs')}>
            {t.steps.costs}
          </ButtonLink>
        </Actions>
        <GoOn {...props} />
      </>
    );
  return (
    <>
      <p>{t.receiptsLead}</p>
      {lines.map(({ id, what, spentYen, receipts }) => (
        <Attach
          {...props}
          name={id}
          title={spentYen === null ? what : `${what}　${yenFull(view.lang, spentYen)}`}
          files={receipts}
          field={t.file}
          button={t.add}
        />
      ))}
      <GoOn {...props} />
    </>
  );
}

/** What the terms ask for beside the receipts. */
export function PapersStep(props: ReportProps) {
  const { view, report } = props;
  const t = words[view.lang];
  return (
    <>
      {report.papers.length === 0 && <p>{t.noPapers}</p>}
      {report.papers.map(({ code, label, required, files }) => (
        <Attach
          {...props}
          name={code}
          title={label[view.lang] || label.ja}
          tag={<Tag tone={required ? 'warn' : 'neutral'}>{required ? t.required : t.optional}</Tag>}
          files={files}
          field={t.paperFile}
          button={t.addPaper}
        />
      ))}
      <GoOn {...props} />
    </>
  );
}

interface AttachProps extends ReportProps {
  /** The line or the paper that it is for. */
  readonly name: string;
  readonly title: string;
  readonly tag?: Child;
  readonly files: readonly ShownPaper[];
  readonly field: string;
  readonly button: string;
}

/** The field of each form has a name of its own, so that a problem finds its place. */
function Attach({ view, state, place, step, name, title, tag, files, field, button }: AttachProps) {
  const own: FormState = state.values['for'] === name ? state : { values: {}, problems: [] };
  return (
    <Section title={title}>
      {tag && <Row>{tag}</Row>}
      <Files view={view} place={place} files={files} removable />
      <Form action={place.step(step)} files label={`${button}：${title}`}>
        <HiddenField name="for" value={name} />
        <FileField view={view} state={own} name={`file-${name}`} label={field} accept={accept} />
        <Actions>
          <SubmitButton kind="secondary">
            {button}
            <span class="vh">：{title}</span>
          </SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
