import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup, type Option, RadioGroup, SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { CaseBasis } from '../../bases/store.ts';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { basisPaths, referralPaths } from '../../paths.ts';
import type { FieldClass } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import { advancers } from '../rules.ts';
import { words } from '../words.ts';
import { FreePlaces } from './choose.tsx';

export const moreClasses = ['health', 'violence', 'immigration', 'debts'] as const;

interface FillProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly service: Service;
  /** Consents that name the organisation and are valid. */
  readonly bases: readonly Option[];
  /** The one that was chosen of them. */
  readonly basis: CaseBasis | undefined;
  /** What is known of the person and named by the consent: key, and label with value. */
  readonly known: readonly Option[];
  /** Entries of the other organisations that the consent names. */
  readonly others: readonly Option[];
}

/** What goes along, field by field. */
export function FillPage(props: FillProps) {
  const { view, state, caseFile, service, basis } = props;
  const t = words[view.lang];
  const { id: caseId } = caseFile;
  const name = contentIn(view.lang, service.content.name);
  return (
    <StaffFrame view={view} title={t.fill} problems={state.problems}>
      <PageHead
        title={`${t.fill}：${name}`}
        lead={t.fillLead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.fill} />}
        tags={<FreePlaces view={view} service={service} />}
      />
      {basis ? (
        <>
          <WhichBasis {...props} basis={basis} />
          <Fields {...props} basis={basis} />
        </>
      ) : (
        <Notice view={view} tone="warn" title={t.noBasis}>
          <ButtonLink href={view.href(basisPaths.list.to({ caseId }))}>{t.makeBasis}</ButtonLink>
        </Notice>
      )}
    </StaffFrame>
  );
}

function WhichBasis({ view, state, caseFile, service, bases, basis }: FillProps & { basis: CaseBasis }) {
  const t = words[view.lang];
  const classes = basis.classes.map((each) => classWords[view.lang][each as FieldClass]).join('、');
  return (
    <>
      {bases.length > 1 && (
        <Form
          action={view.href(referralPaths.fill.to({ caseId: caseFile.id, serviceId: service.id }))}
          method="get"
          label={t.basis}
          inline
        >
          <SelectField
            view={view}
            state={{ ...state, problems: [], values: {} }}
            name="basis"
            label={t.basis}
            empty={false}
            value={basis.id}
            options={bases}
          />
          <SubmitButton kind="secondary">{t.useBasis}</SubmitButton>
        </Form>
      )}
      <Notice view={view} title={bases.find(({ value }) => value === basis.id)?.label ?? t.basis}>
        {t.basisNames(classes)}
      </Notice>
    </>
  );
}

function Fields(props: FillProps & { basis: CaseBasis }) {
  const { view, state, caseFile, service, basis, known } = props;
  const t = words[view.lang];
  const common = { view, state };
  const more = moreClasses.filter((each) => basis.classes.includes(each));
  return (
    <Form
      action={view.href(referralPaths.fill.to({ caseId: caseFile.id, serviceId: service.id }))}
      label={t.fill}
    >
      <HiddenField name="basisId" value={basis.id} />
      {known.length > 0 && <CheckboxGroup {...common} name="fields" label={t.fields} options={known} />}
      <TextArea {...common} name="message" label={t.message} rows={5} />
      {more.length > 0 && (
        <Section title={t.moreHint}>
          {more.map((each) => (
            <TextArea {...common} name={each} label={t.more[each]} rows={2} />
          ))}
        </Section>
      )}
      <Checkbox {...common} name="urgent" label={t.urgent} />
      <Checkbox
        {...common}
        name="contactProhibited"
        label={t.contactProhibited}
        hint={t.contactProhibitedHint}
      />
      <Further {...props} />
      <Actions>
        <SubmitButton>{t.draft}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** Whom to ask next, in order; only organisations that the consent names. */
function Further({ view, state, others }: FillProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.further} lead={others.length > 0 ? t.furtherLead : t.furtherNone}>
      {others.length > 0 && (
        <>
          {(['next1', 'next2'] as const).map((name, at) => (
            <SelectField
              {...common}
              name={name}
              label={t.furtherAt(at + 2)}
              empty={t.nobody}
              options={others}
            />
          ))}
          <RadioGroup
            {...common}
            name="advancedBy"
            label={t.advance}
            value="sender"
            options={advancers.map((value) => ({ value, label: t.advancers[value] }))}
          />
        </>
      )}
    </Section>
  );
}
