import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { letterPaths } from '../../paths.ts';
import type { LetterOffice, TemplateRow } from '../store.ts';
import { letterKinds } from '../kinds/rules.ts';
import { words } from '../words.ts';

interface OfficeProps {
  readonly view: View;
  readonly state: FormState;
  readonly bureauId: string;
  readonly name: string;
  /** Undefined: the office has not said it; `plain` is what its letters carry. */
  readonly office: LetterOffice | undefined;
  readonly plain: { readonly symbol: string; readonly issuerJa: string; readonly issuerEn: string };
  readonly templates: readonly TemplateRow[];
  readonly mayWrite: boolean;
}

export function LetterOfficePage(props: OfficeProps) {
  const { view, bureauId, name, templates } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.wordsTitle} problems={props.state.problems}>
      <PageHead
        title={t.wordsTitle}
        kicker={name}
        lead={t.wordsLead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(letterPaths.register.to({})), label: t.title }]}
            current={t.wordsTitle}
          />
        }
      />
      <DataTable
        view={view}
        caption={t.wordsTitle}
        captionHidden
        columns={[
          { key: 'kind', label: t.kind, head: true },
          { key: 'version', label: t.wordsTitle },
        ]}
        rows={letterKinds.map((kind) => {
          const own = templates.filter((row) => row.kind === kind);
          const held = own.find(({ state }) => state === 'published');
          return {
            kind: <a href={view.href(letterPaths.template.to({ bureauId, kind }))}>{t.kinds[kind]}</a>,
            version: (
              <>
                {held ? t.version(held.version) : t.standard}{' '}
                {own.some(({ state }) => state === 'draft') && <Tag tone="info">{t.draft}</Tag>}
              </>
            ),
          };
        })}
      />
      {props.mayWrite && <SignForm {...props} />}
    </StaffFrame>
  );
}

function SignForm({ view, state, bureauId, office, plain }: OfficeProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.officeTitle}>
      <Form action={view.href(letterPaths.office.to({ bureauId }))} label={t.officeTitle}>
        <TextField
          {...common}
          name="symbol"
          label={t.symbol}
          hint={t.symbolHint}
          required
          width="short"
          value={office?.symbol ?? plain.symbol}
        />
        <TextField
          {...common}
          name="issuerJa"
          label={t.issuerJa}
          hint={t.issuerJaHint}
          required
          value={office?.issuer.ja ?? plain.issuerJa}
        />
        <TextField
          {...common}
          name="issuerEn"
          label={t.issuerEn}
          value={office?.issuer.en ?? plain.issuerEn}
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
