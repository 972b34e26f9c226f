import { CheckboxGroup, FileField, RadioGroup, SelectField } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, Notice, StatusTag } from '#ui/content.tsx';
import { DateField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Row, Section } from '#ui/layout.tsx';
import { workplacePaths } from '../../paths.ts';
import { checks, paperCodesOf } from '../rules.ts';
import type { WorkplaceRequest } from '../store.ts';
import { words } from '../words.ts';
import type { WorkplaceProps } from './workplace.tsx';

type Props = WorkplaceProps & { readonly request: WorkplaceRequest };

/** The request that is open: what its own side does, what the officer does, what the second person does. */
export function RequestPanel(props: Props) {
  const { view, request, may } = props;
  const t = words[view.lang];
  const { state, kind, reason } = request;
  const writable = state === 'draft' || state === 'returned';
  return (
    <Section title={t.requestKinds[kind as 'first']}>
      <Row>
        <StatusTag tone={state === 'returned' ? 'warn' : 'info'}>{t.states[state as 'draft']}</StatusTag>
      </Row>
      {state === 'returned' && reason && (
        <Notice view={view} tone="warn" title={t.returnedFor}>
          {reason}
        </Notice>
      )}
      {kind !== 'revocation' && <Papers {...props} writable={writable && may.edit} />}
      {may.edit && <OwnMoves {...props} writable={writable} />}
      {may.certify && state === 'submitted' && <Office {...props} />}
      {state === 'proposed' && <Confirm {...props} />}
    </Section>
  );
}

function Papers({ view, state, request, papers, writable }: Props & { writable: boolean }) {
  const t = words[view.lang];
  return (
    <>
      <h3>{t.papers}</h3>
      {papers.length === 0 && <p>{t.noPapers}</p>}
      <ul>
        {papers.map(({ id: paperId, code, name }) => (
          <li>
            {t.paperCodes[code as 'registry']}：
            <a href={view.href(workplacePaths.paper.to({ paperId }))}>{name}</a>{' '}
            {writable && (
              <ActionForm kind="quiet" small action={view.href(workplacePaths.removePaper.to({ paperId }))}>
                {t.remove}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {writable && (
        <Form
          action={view.href(workplacePaths.papers.to({ requestId: request.id }))}
          label={t.addPaper}
          files
        >
          <SelectField
            view={view}
            state={state}
            name="code"
            label={t.paper}
            required
            options={paperCodesOf(request.kind).map((value) => ({ value, label: t.paperCodes[value] }))}
          />
          <FileField
            view={view}
            state={state}
            name="file"
            label={t.addPaper}
            hint={t.paperHint}
            accept=".pdf,image/jpeg,image/png,image/webp"
          />
          <Actions>
            <SubmitButton kind="secondary">{t.addPaper}</SubmitButton>
          </Actions>
        </Form>
      )}
    </>
  );
}

function OwnMoves({ view, request, writable }: Props & { writable: boolean }) {
  const t = words[view.lang];
  const { id: requestId, state } = request;
  return (
    <Actions>
      {writable && (
        <ActionForm kind="primary" action={view.href(workplacePaths.submit.to({ requestId }))}>
          {t.submit}
        </ActionForm>
      )}
      {(writable || state === 'submitted') && (
        <ActionForm kind="quiet" action={view.href(workplacePaths.withdraw.to({ requestId }))}>
          {t.withdraw}
        </ActionForm>
      )}
    </Actions>
  );
}

function Office({ view, state, request }: Props) {
  const t = words[view.lang];
  const { id: requestId } = request;
  const common = { view, state };
  return (
    <>
      <h3>{t.inspection}</h3>
      <Form action={view.href(workplacePaths.inspection.to({ requestId }))} label={t.inspection}>
        <CheckboxGroup
          {...common}
          name="ticked"
          label={t.checkLabel}
          values={request.ticked}
          options={checks.map((value) => ({ value: value as string, label: t.checks[value] }))}
        />
        <DateField {...common} name="visitedOn" label={t.visitedOn} value={request.visitedOn} />
        <TextArea
          {...common}
          name="visitNote"
          label={t.visitNote}
          hint={t.visitHint}
          rows={3}
          value={request.visitNote}
        />
        <Actions>
          <SubmitButton kind="secondary">{t.save}</SubmitButton>
        </Actions>
      </Form>
      <h3>{t.propose}</h3>
      <p>{t.proposeLead}</p>
      <Form action={view.href(workplacePaths.propose.to({ requestId }))} label={t.propose}>
        <RadioGroup
          {...common}
          name="proposal"
          label={t.proposal}
          required
          options={(['certify', 'refuse'] as const).map((value) => ({
            value: value as string,
            label: t.proposals[value],
          }))}
        />
        <DateField {...common} name="validUntil" label={t.validUntil} />
        <TextArea {...common} name="reason" label={t.reason} rows={3} />
        <Actions>
          <SubmitButton>{t.propose}</SubmitButton>
        </Actions>
      </Form>
      <Disclosure summary={t.return}>
        <Form action={view.href(workplacePaths.return.to({ requestId }))} label={t.return}>
          <TextArea {...common} name="reason" label={t.returnedFor} rows={3} required />
          <Actions>
            <SubmitButton kind="secondary">{t.return}</SubmitButton>
          </Actions>
        </Form>
      </Disclosure>
    </>
  );
}

function Confirm({ view, request, proposer, may }: Props) {
  const t = words[view.lang];
  if (!may.certify && !may.confirm) return null;
  const action = view.href(workplacePaths.confirm.to({ requestId: request.id }));
  return (
    <>
      <h3>{t.confirm}</h3>
      <DefinitionList
        items={[
          { term: t.proposal, value: t.proposals[request.proposal as 'certify'] },
          { term: t.validUntil, value: request.validUntil ?? '' },
          { term: t.reason, value: request.reason },
          { term: t.visitedOn, value: request.visitedOn ?? '' },
          { term: t.visitNote, value: request.visitNote },
        ].filter(({ value }) => value !== '')}
      />
      <p>{t.proposedBy(proposer)}</p>
      {may.confirm && !may.own ? (
        <Actions>
          <ActionForm kind="primary" action={action} fields={{ agree: 'on' }}>
            {t.confirmYes}
          </ActionForm>
          <ActionForm action={action}>{t.confirmNo}</ActionForm>
        </Actions>
      ) : (
        <p class="hint">{t.samePersonHint}</p>
      )}
    </>
  );
}
