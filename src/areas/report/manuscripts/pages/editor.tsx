import { formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice, StatusTag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import type { ManuscriptFigure, Section as ManuscriptSection } from '../manuscript.ts';
import type { NumberCheck } from '../open-numbers.ts';
import { words } from '../page-words.ts';
import { NumberCheckSection } from './number-check.tsx';

export interface EditorProps {
  readonly view: View;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly editable: boolean;
  /** All sections in their order, with those that are left out. */
  readonly sections: readonly (ManuscriptSection & { readonly isOut: boolean; readonly open: number })[];
  readonly check: NumberCheck;
  readonly figures: Readonly<Record<string, ManuscriptFigure>>;
  readonly state: FormState;
}

/** `/staff/report/editions/:id/manuscript`: order and state of the sections, and the numbers that are open. */
export function EditorPage(props: EditorProps) {
  const { view, id, state } = props;
  const text = words[view.lang];
  return (
    <StaffFrame view={view} title={text.edit} problems={state.problems}>
      <ManuscriptHead {...props} current={text.manuscript} heading={text.edit} lead={text.editLead} />
      {!props.editable && <Notice view={view}>{text.readOnly}</Notice>}
      <Actions>
        <ButtonLink kind="secondary" href={view.href(paths.manuscriptPreview.to({ id }))}>
          {text.preview}
        </ButtonLink>
        <ButtonLink kind="quiet" href={view.href(paths.manuscriptHistory.to({ id }))}>
          {text.history}
        </ButtonLink>
      </Actions>
      <NumberCheckSection {...props} />
      <Sections {...props} />
      {props.editable && <AddSection {...props} />}
    </StaffFrame>
  );
}

export function ManuscriptHead({
  view,
  id,
  title,
  current,
  heading,
  lead,
  inside = false,
}: Pick<EditorProps, 'view' | 'id' | 'title'> & {
  current: string;
  heading: string;
  lead?: string;
  /** Below the manuscript's own page. */
  inside?: boolean;
}) {
  const text = words[view.lang];
  return (
    <PageHead
      breadcrumbs={
        <Breadcrumbs
          view={view}
          items={[
            { href: view.href(paths.edition.to({ id })), label: title },
            ...(inside ? [{ href: view.href(paths.manuscript.to({ id })), label: text.manuscript }] : []),
          ]}
          current={current}
        />
      }
      title={heading}
      lead={lead && <p>{lead}</p>}
    />
  );
}

function Sections(props: EditorProps) {
  const { view, id, sections, editable } = props;
  const text = words[view.lang];
  return (
    <Section title={text.sections}>
      <DataTable
        view={view}
        caption={text.sections}
        captionHidden
        stacked
        columns={[
          { key: 'section', label: text.section, head: true },
          { key: 'state', label: text.state },
          ...(editable ? ([{ key: 'do', label: text.action }] as const) : []),
        ]}
        rows={sections.map((section, at) => ({
          section: editable ? (
            <a href={view.href(paths.manuscriptSection.to({ id, section: section.id }))}>{section.heading}</a>
          ) : (
            section.heading
          ),
          state: (
            <>
              <StatusTag tone={section.isOut ? 'neutral' : 'good'}>
                {section.isOut ? text.notPrinted : text.printed}
              </StatusTag>
              {section.open > 0 && (
                <StatusTag tone="warn">
                  {text.number} {formatNumber(view.lang, section.open)}
                </StatusTag>
              )}
            </>
          ),
          do: <Arrange {...props} section={section} first={at === 0} last={at === sections.length - 1} />,
        }))}
      />
    </Section>
  );
}

function Arrange({
  view,
  id,
  version,
  section,
  first,
  last,
}: EditorProps & { section: EditorProps['sections'][number]; first: boolean; last: boolean }) {
  const text = words[view.lang];
  const action = view.href(paths.manuscriptArrange.to({ id }));
  const button = (act: string, sign: string, label: string) => (
    <ActionForm action={action} fields={{ version, section: section.id, act }} kind="quiet" small>
      <span aria-hidden="true">{sign}</span>
      <span class="vh">{label}</span>
    </ActionForm>
  );
  return (
    <Row>
      {!first && button('up', '↑', text.upOf(section.heading))}
      {!last && button('down', '↓', text.downOf(section.heading))}
      {button(
        section.isOut ? 'in' : 'out',
        section.isOut ? text.takeIn : text.leaveOut,
        `（${section.heading}）`,
      )}
    </Row>
  );
}

function AddSection({ view, id, version, state }: EditorProps) {
  const text = words[view.lang];
  return (
    <Section title={text.add}>
      <Form action={view.href(paths.manuscriptAdd.to({ id }))}>
        <HiddenField name="version" value={version} />
        <TextField view={view} state={state} name="headingJa" label={text.addHeading} required />
        <TextField view={view} state={state} name="headingEn" label={text.addHeadingEn} />
        <Actions>
          <SubmitButton>{text.add}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
