import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { labels } from '../../../descriptions/words.ts';
import { hoursWords } from '../../../hours-text/words.ts';
import { staffDirectoryPaths } from '../../../paths.ts';
import { serviceKinds, serviceStatuses } from '../../../services/content.ts';
import { cardWords } from '../../../services/pages/card-words.ts';
import { correctableFields, type ProposedItem } from '../../items.ts';
import { publicWords } from '../../public-words.ts';
import { staffWords } from '../../words.ts';
import type { ProposalProps } from './proposal.tsx';

/** How this proposal becomes part of the entry. */
export function AcceptForms(props: ProposalProps) {
  const { view, proposal, service } = props;
  const t = staffWords[view.lang];
  if (proposal.serviceId === null) return <NewEntry {...props} />;
  if (!service) return null;
  return (
    <Section title={t.accept} lead={t.acceptLead}>
      {proposal.content ? <TakeContent {...props} /> : <TakeCells {...props} />}
      <ActionForm
        action={view.href(staffDirectoryPaths.acceptProposal.to({ id: proposal.id }))}
        fields={{ take: 'done' }}
        kind="quiet"
      >
        {t.acceptDone}
      </ActionForm>
    </Section>
  );
}

function TakeContent({ view, proposal, service }: ProposalProps) {
  return (
    <ActionForm
      action={view.href(staffDirectoryPaths.acceptProposal.to({ id: proposal.id }))}
      fields={{ take: 'content', version: service?.version ?? 0 }}
      kind="primary"
    >
      {staffWords[view.lang].acceptContent}
    </ActionForm>
  );
}

/** An outsider's words, to be mended by whoever decides before they stand in the entry. */
function TakeCells(props: ProposalProps) {
  const { view, proposal, service, field, writable } = props;
  const t = staffWords[view.lang];
  const { id } = proposal;
  return (
    <>
      <ChooseField {...props} />
      {writable ? (
        <Form action={view.href(staffDirectoryPaths.acceptProposal.to({ id }))} label={t.accept}>
          <HiddenField name="take" value="cells" />
          <HiddenField name="field" value={field} />
          <HiddenField name="version" value={service?.version ?? 0} />
          <Cells {...props} />
          <Actions>
            <SubmitButton>{t.accept}</SubmitButton>
          </Actions>
        </Form>
      ) : (
        <p>
          {t.byHand}{' '}
          <a href={view.href(staffDirectoryPaths.service.to({ id: proposal.serviceId ?? '' }))}>{t.toEdit}</a>
        </p>
      )}
    </>
  );
}

function ChooseField({ view, proposal, field }: ProposalProps) {
  const t = staffWords[view.lang];
  return (
    <Form
      action={view.href(staffDirectoryPaths.proposal.to({ id: proposal.id }))}
      method="get"
      inline
      label={t.chooseField}
    >
      <SelectField
        view={view}
        name="field"
        label={t.applyTo}
        value={field}
        empty={false}
        options={correctableFields.map((value) => ({ value, label: publicWords[view.lang].fields[value] }))}
      />
      <SubmitButton kind="secondary" small>
        {t.choose}
      </SubmitButton>
    </Form>
  );
}

function Cells({ view, state, field, cells, service }: ProposalProps) {
  const t = staffWords[view.lang];
  const common = { view, state };
  if (field === 'closed')
    return (
      <RadioGroup
        {...common}
        name="status"
        label={t.statusField}
        value={service?.content.status}
        required
        options={serviceStatuses.map((value) => ({ value, label: labels[view.lang].status[value] }))}
      />
    );
  const hours = hoursWords[view.lang];
  const names: Readonly<Record<string, { label: string; hint?: string; long?: boolean }>> = {
    days: { label: hours.days, hint: hours.daysHint },
    opens: { label: hours.opens, hint: hours.opensHint },
    closes: { label: hours.closes, hint: hours.closesHint },
    hoursNote: { label: hours.note, hint: hours.noteHint, long: true },
    address: { label: t.address },
    building: { label: t.building },
  };
  const long = ['summary', 'description', 'eligibility', 'costs', 'application'];
  return (
    <>
      {Object.entries(cells).map(([cell, value]) => {
        const name = names[cell] ?? {
          label: publicWords[view.lang].fields[field],
          long: long.includes(cell),
        };
        const props = { ...common, name: cell, label: name.label, hint: name.hint, value };
        return name.long ? (
          <TextArea {...props} rows={4} maxlength={5000} />
        ) : (
          <TextField {...props} width="full" maxlength={500} />
        );
      })}
    </>
  );
}

/** A missing entry: what was said of it, ready to be a draft. */
function NewEntry({ view, state, proposal, owners }: ProposalProps) {
  const t = staffWords[view.lang];
  const words = publicWords[view.lang];
  const common = { view, state };
  const said = (field: ProposedItem['field']) =>
    proposal.items.find((item) => item.field === field)?.said ?? '';
  return (
    <Section title={t.draft} lead={t.draftLead}>
      <Form action={view.href(staffDirectoryPaths.acceptSuggestion.to({ id: proposal.id }))} label={t.draft}>
        <SelectField {...common} name="organisationId" label={t.owner} required options={owners} />
        <RadioGroup
          {...common}
          name="kind"
          label={words.kind}
          required
          value={said('kind')}
          options={serviceKinds.map((value) => ({ value, label: cardWords[view.lang].kind[value] }))}
        />
        <TextField
          {...common}
          name="name"
          label={words.name}
          required
          value={said('name')}
          width="full"
          maxlength={120}
        />
        <TextArea
          {...common}
          name="description"
          label={words.fields.description}
          value={said('description')}
          rows={4}
          maxlength={5000}
        />
        <TextField
          {...common}
          name="address"
          label={t.address}
          value={said('address')}
          width="full"
          maxlength={200}
        />
        <TextField {...common} name="phone" label={words.contact} value={said('phone')} maxlength={40} />
        <TextField
          {...common}
          name="website"
          label={words.fields.website}
          value={said('website')}
          width="full"
          maxlength={500}
        />
        <Actions>
          <SubmitButton>{t.draft}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(staffDirectoryPaths.proposals.to({}))}>
            {t.title}
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  );
}
