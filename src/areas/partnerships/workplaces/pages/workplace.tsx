import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import type { OpenCall } from '#areas/grants/index.ts';
import { DefinitionList, Disclosure, Notice, StatusTag } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { workplacePaths } from '../../paths.ts';
import type { ShownPaper } from '../papers.ts';
import { isCertified, standingOf } from '../rules.ts';
import type { Workplace, WorkplaceRequest } from '../store.ts';
import { words } from '../words.ts';
import { standingTones } from './home.tsx';
import { offered, termText } from './public.tsx';
import { RequestPanel } from './request.tsx';

export interface WorkplaceProps {
  readonly view: View;
  readonly state: FormState;
  readonly today: string;
  readonly workplace: Workplace;
  readonly organisation: string;
  readonly municipalities: readonly Municipality[];
  readonly request: WorkplaceRequest | undefined;
  readonly earlier: readonly WorkplaceRequest[];
  readonly papers: readonly ShownPaper[];
  readonly proposer: string;
  readonly money: { readonly calls: readonly OpenCall[]; readonly begun: number } | undefined;
  readonly may: {
    readonly edit: boolean;
    readonly certify: boolean;
    readonly confirm: boolean;
    /** The reader proposed it. */
    readonly own: boolean;
  };
}

/** One workplace for its own side and for the office: what it offers, and where its certification stands. */
export function WorkplacePage(props: WorkplaceProps) {
  const { view, state, workplace, today, may } = props;
  const t = words[view.lang];
  const standing = standingOf(workplace, today);
  const workplaceId = workplace.id;
  return (
    <StaffFrame view={view} title={workplace.name} problems={state.problems}>
      <PageHead
        title={workplace.name}
        kicker={props.organisation}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(workplacePaths.home.to({})), label: t.home }]}
            current={workplace.name}
          />
        }
        tags={<StatusTag tone={standingTones[standing]}>{t.standings[standing]}</StatusTag>}
        actions={
          <>
            {may.edit && (
              <ButtonLink kind="secondary" href={view.href(workplacePaths.edit.to({ workplaceId }))}>
                {t.edit}
              </ButtonLink>
            )}
            {isCertified(workplace, today) && (
              <ButtonLink kind="quiet" href={view.href(workplacePaths.public.to({ workplaceId }))}>
                {t.public}
              </ButtonLink>
            )}
          </>
        }
      />
      {props.request ? <RequestPanel {...props} request={props.request} /> : <Ask {...props} />}
      <About {...props} />
      <Money {...props} />
      <Ends {...props} />
    </StaffFrame>
  );
}

function Ask({ view, workplace, today, may }: WorkplaceProps) {
  const t = words[view.lang];
  const standing = standingOf(workplace, today);
  if (!may.edit || standing === 'certified') return null;
  const renew = standing === 'ending' || standing === 'lapsed';
  return (
    <Actions>
      <ActionForm kind="primary" action={view.href(workplacePaths.ask.to({ workplaceId: workplace.id }))}>
        {renew ? t.renew : t.ask}
      </ActionForm>
    </Actions>
  );
}

function About({ view, workplace, municipalities, earlier }: WorkplaceProps) {
  const t = words[view.lang];
  return (
    <Section title={t.work}>
      <TypedText text={workplace.work} />
      <DefinitionList
        items={[
          ...offered(view, workplace, municipalities),
          { term: t.support, value: workplace.support },
          { term: t.legalForm, value: t.legalForms[workplace.legalForm as 'npo'] },
          { term: t.corporateNumber, value: workplace.corporateNumber },
          ...(workplace.number ? [{ term: t.number, value: workplace.number }] : []),
          ...(workplace.number ? [{ term: t.term, value: termText(view, workplace) }] : []),
          ...(earlier.length > 0
            ? [
                {
                  term: t.history,
                  value: earlier
                    .map(
                      ({ kind, state }) =>
                        `${t.requestKinds[kind as 'first']}（${t.states[state as 'draft']}）`,
                    )
                    .join('、'),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Money({ view, state, workplace, money }: WorkplaceProps) {
  const t = words[view.lang];
  if (!money || (money.calls.length === 0 && money.begun === 0)) return null;
  return (
    <Section title={t.money} lead={t.moneyLead}>
      {money.begun > 0 && <Notice view={view}>{t.moneyBegun(money.begun)}</Notice>}
      {money.calls.map(({ callId, name }) => (
        <Form
          action={view.href(workplacePaths.money.to({ workplaceId: workplace.id }))}
          label={name[view.lang]}
        >
          <HiddenField name="callId" value={callId} />
          <TextField
            view={view}
            state={state}
            name="mail"
            label={t.mail}
            type="email"
            autocomplete="email"
            required
          />
          <Actions>
            <SubmitButton>{t.moneyBegin(name[view.lang])}</SubmitButton>
          </Actions>
        </Form>
      ))}
    </Section>
  );
}

/** How a certification ends before its day: given back by the workplace, or taken back by two of the office. */
function Ends({ view, state, workplace, today, may, request }: WorkplaceProps) {
  const t = words[view.lang];
  if (!isCertified(workplace, today)) return null;
  const { id: workplaceId } = workplace;
  return (
    <>
      {may.edit && (
        <Disclosure summary={t.giveBack}>
          <p>{t.giveBackLead}</p>
          <ActionForm kind="danger" action={view.href(workplacePaths.giveBack.to({ workplaceId }))}>
            {t.giveBack}
          </ActionForm>
        </Disclosure>
      )}
      {may.certify && !request && (
        <Disclosure summary={t.revoke}>
          <Form action={view.href(workplacePaths.revoke.to({ workplaceId }))} label={t.revoke}>
            <TextArea view={view} state={state} name="reason" label={t.reason} rows={3} required />
            <Actions>
              <SubmitButton kind="danger">{t.revoke}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </>
  );
}
