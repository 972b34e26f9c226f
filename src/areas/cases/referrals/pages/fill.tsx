import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { basisPaths, referralPaths } from '../../paths.ts';
import { words } from '../words.ts';

export const moreClasses = ['health', 'violence', 'immigration', 'debts'] as const;

interface FillProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly service: Service;
  /** Consents that name the organisation and are valid. */
  readonly bases: readonly Option[];
  /** What is known of the person and may be chosen: key, and label with value. */
  readonly known: readonly Option[];
}

/** What goes along, field by field. */
export function FillPage({ view, state, caseFile, service, bases, known }: FillProps) {
  const t = words[view.lang];
  const common = { view, state };
  const { id: caseId } = caseFile;
  const name = contentIn(view.lang, service.content.name);
  return (
    <StaffFrame view={view} title={t.fill} problems={state.problems}>
      <PageHead
        title={`${t.fill}：${name}`}
        lead={t.fillLead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.fill} />}
      />
      {bases.length === 0 ? (
        <Notice view={view} tone="warn" title={t.noBasis}>
          <ButtonLink href={view.href(basisPaths.list.to({ caseId }))}>{t.makeBasis}</ButtonLink>
        </Notice>
      ) : (
        <Form action={view.href(referralPaths.fill.to({ caseId, serviceId: service.id }))} label={t.fill}>
          <SelectField {...common} name="basisId" label={t.basis} empty={false} options={bases} />
          {known.length > 0 && <CheckboxGroup {...common} name="fields" label={t.fields} options={known} />}
          <TextArea {...common} name="message" label={t.message} rows={5} />
          <Section title={t.moreHint}>
            {moreClasses.map((each) => (
              <TextArea {...common} name={each} label={t.more[each]} rows={2} />
            ))}
          </Section>
          <Checkbox {...common} name="urgent" label={t.urgent} />
          <Checkbox
            {...common}
            name="contactProhibited"
            label={t.contactProhibited}
            hint={t.contactProhibitedHint}
          />
          <Actions>
            <SubmitButton>{t.draft}</SubmitButton>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}
