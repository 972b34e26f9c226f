import { fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, FileField } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { words as liveWords } from '../../live-measures/words.ts';
import { sizeIn } from '../../outputs/pages/files.tsx';
import { staffReportPaths } from '../../paths.ts';
import { documentKinds } from '../rules.ts';
import type { Statement } from '../store.ts';
import { words } from '../words.ts';

export interface StatementProps {
  readonly view: View;
  readonly fiscalYear: number;
  readonly measureId: string;
  readonly statement: Statement | undefined;
}

type PageProps = StatementProps & { readonly state: FormState; readonly label: Text };

/** `/staff/report/live/:year/:measureId/statement`: the document in which a number stands. */
export function StatementPage(props: PageProps) {
  const { view, state, fiscalYear, measureId, label } = props;
  const text = words[view.lang];
  const year = String(fiscalYear);
  const measure = contentIn(view.lang, label);
  return (
    <StaffFrame view={view} title={text.title} problems={state.problems}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              {
                href: view.href(staffReportPaths.live.to({ year })),
                label: liveWords[view.lang].title(fiscalYearName(view.lang, fiscalYear)),
              },
              { href: view.href(staffReportPaths.liveMeasure.to({ year, measureId })), label: measure },
            ]}
            current={text.title}
          />
        }
        kicker={measure}
        title={text.title}
        lead={<p>{text.lead}</p>}
      />
      <StatementForm {...props} />
    </StaffFrame>
  );
}

function StatementForm({ view, state, fiscalYear, measureId, statement }: PageProps) {
  const text = words[view.lang];
  const common = { view, state };
  const document = statement?.document;
  const params = { year: String(fiscalYear), measureId };
  return (
    <Form action={view.href(staffReportPaths.statement.to(params))} files label={text.title}>
      <TextField
        {...common}
        name="title"
        label={text.docTitle}
        value={statement?.title}
        required
        width="full"
      />
      <TextField {...common} name="issuer" label={text.issuer} value={statement?.issuer} required />
      <TextField {...common} name="place" label={text.place} value={statement?.place} />
      <FileField
        {...common}
        name="file"
        label={text.file}
        hint={text.fileHint}
        accept={documentKinds.join(',')}
        {...(document ? { stored: document.name } : {})}
      />
      {document && <Checkbox {...common} name="isRemoved" label={text.remove} />}
      <Checkbox
        {...common}
        name="isPublic"
        label={text.isPublic}
        hint={text.isPublicHint}
        checked={document?.isPublic ?? false}
      />
      <Actions>
        <SubmitButton>{text.save}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** On the measure's page: what is kept, and the way to change it. */
export function StatementSection({ view, fiscalYear, measureId, statement }: StatementProps) {
  const text = words[view.lang];
  const params = { year: String(fiscalYear), measureId };
  const document = statement?.document;
  return (
    <Section title={text.title} lead={text.lead}>
      {statement ? (
        <>
          <DefinitionList
            items={[
              { term: text.docTitle, value: statement.title },
              { term: text.issuer, value: statement.issuer },
              ...(statement.place ? [{ term: text.place, value: statement.place }] : []),
              ...(document
                ? [
                    {
                      term: text.filed,
                      value: (
                        <a href={view.href(staffReportPaths.statementDocument.to(params))}>
                          {`${document.name}（${sizeIn(view.lang, document.bytes)}）`}
                        </a>
                      ),
                    },
                    { term: text.hash, value: <code>{document.sha256}</code> },
                  ]
                : []),
            ]}
          />
          <p class="hint">{text.stated(statement.statedByName, tokyoMinute(statement.statedAt))}</p>
        </>
      ) : (
        <p>{text.none}</p>
      )}
      <p>
        <a href={view.href(staffReportPaths.statement.to(params))}>{statement ? text.change : text.write}</a>
      </p>
    </Section>
  );
}
