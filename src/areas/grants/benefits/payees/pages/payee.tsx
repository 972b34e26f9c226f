import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { benefitPaths } from '../../../paths.ts';
import { AccountFields } from '../../pages/account.tsx';
import { words as benefitWords } from '../../words.ts';
import { words } from '../words.ts';

interface PayeeProps {
  readonly view: View;
  readonly state: FormState;
  /** Groups for which this person may say it, and whether it was said. */
  readonly groups: readonly (Option & { readonly isKnown: boolean })[];
  readonly isOffice: boolean;
}

export function PayeePage({ view, state, groups, isOffice }: PayeeProps) {
  const t = words[view.lang];
  const title = t.title;
  const open = isOffice ? groups : groups.filter(({ isKnown }) => !isKnown);
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={t.lead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(benefitPaths.list.to({})), label: benefitWords[view.lang].title }]}
            current={title}
          />
        }
      />
      <DataTable
        view={view}
        caption={title}
        captionHidden
        columns={[
          { key: 'group', label: t.organisation, head: true },
          { key: 'is', label: t.is },
        ]}
        rows={groups.map(({ label, isKnown }) => ({ group: label, is: isKnown ? t.registered : t.none }))}
      />
      {open.length === 0 ? (
        <Notice view={view}>
          <p>{t.known}</p>
        </Notice>
      ) : (
        <Form action={view.href(benefitPaths.payee.to({}))} label={title}>
          <Section title={t.groupFacts}>
            <SelectField
              view={view}
              state={state}
              name="organisationId"
              label={t.organisation}
              value={open.length === 1 ? open[0]?.value : undefined}
              required
              options={open}
            />
            <TextField
              {...common}
              name="corporateNumber"
              label={t.number}
              hint={t.numberHint}
              inputmode="numeric"
            />
            <TextField {...common} name="representative" label={t.representative} required />
            <TextField {...common} name="postalCode" label={t.postalCode} width="short" inputmode="numeric" />
            <TextField {...common} name="address" label={t.address} required width="full" />
            <TextField {...common} name="phone" label={t.phone} type="tel" width="short" />
            <TextField {...common} name="mail" label={t.mail} type="email" />
          </Section>
          <Section title={t.account} lead={t.accountLead}>
            <AccountFields view={view} state={state} />
          </Section>
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
            <ButtonLink kind="quiet" href={view.href(benefitPaths.list.to({}))}>
              {t.back}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}
