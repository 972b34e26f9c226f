import type { Child } from 'hono/jsx';
import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Option } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, Notice, StatusTag } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Difference } from '../../../descriptions/compare.ts';
import type { Said } from '../../../descriptions/describe.ts';
import { staffDirectoryPaths } from '../../../paths.ts';
import type { Service } from '../../../services/store.ts';
import { directoryTrail } from '../../../trail.ts';
import type { CorrectableField } from '../../items.ts';
import type { Proposal } from '../../store.ts';
import { staffWords } from '../../words.ts';
import { AcceptForms } from './accept.tsx';
import { entryName, fieldName, fromWhom, statusTones } from './list.tsx';

export interface ProposalProps {
  readonly view: View;
  readonly state: FormState;
  readonly proposal: Proposal;
  /** The entry that it is about, as far as this person sees it. */
  readonly service: Service | undefined;
  readonly mayDecide: boolean;
  readonly personId: string;
  readonly organisationName: (id: string) => string;
  /** What the entry says now of the things that were named. */
  readonly stands: readonly Said[];
  /** Of a proposal by staff: what would differ. */
  readonly differences: readonly Difference[];
  /** Into which field a correction is written, and what stands in its cells at first. */
  readonly field: CorrectableField;
  readonly cells: Readonly<Partial<Record<string, string>>>;
  /** It can be written here; otherwise in the form of its part. */
  readonly writable: boolean;
  /** Of a missing entry: who may answer for it. */
  readonly owners: readonly Option[];
}

/** One proposal beside what stands, and the two ways to decide. */
export function ProposalPage(props: ProposalProps) {
  const { view, state, proposal, service, mayDecide } = props;
  const t = staffWords[view.lang];
  const services = new Map(service ? [[service.id, service]] : []);
  const name = entryName(view, proposal, services);
  const open = proposal.status === 'open';
  return (
    <StaffFrame view={view} title={`${t.proposal} ${name}`} problems={state.problems}>
      <PageHead
        title={name}
        kicker={t.proposal}
        tags={
          <StatusTag tone={statusTones[proposal.status] ?? 'neutral'}>
            {t.statuses[proposal.status]}
          </StatusTag>
        }
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              ...directoryTrail(view),
              { href: view.href(staffDirectoryPaths.proposals.to({})), label: t.title },
            ]}
            current={name}
          />
        }
        actions={
          service && <a href={view.href(staffDirectoryPaths.service.to({ id: service.id }))}>{t.stands}</a>
        }
      />
      {!open && <Outcome {...props} />}
      <Section title={t.proposed}>
        <About {...props} />
      </Section>
      <Beside {...props} />
      {open && mayDecide && <AcceptForms {...props} />}
      {open && mayDecide && <Decline {...props} />}
      {open && !mayDecide && <p class="hint">{t.notYours}</p>}
    </StaffFrame>
  );
}

function Outcome({ view, proposal }: ProposalProps) {
  const t = staffWords[view.lang];
  const { decidedByName, decidedAt, reason, madeVersion, status } = proposal;
  return (
    <Notice view={view} tone={status === 'accepted' ? 'good' : 'info'} title={t.statuses[status] ?? ''}>
      <p>{t.decidedBy(decidedByName, decidedAt ? tokyoMinute(decidedAt) : '')}</p>
      {madeVersion !== null && <p>{t.made(madeVersion)}</p>}
      {reason && <TypedText text={reason} />}
    </Notice>
  );
}

function About({ view, proposal, mayDecide, ...known }: ProposalProps) {
  const t = staffWords[view.lang];
  const shown: { term: string; value: Child }[] = [
    ...proposal.items
      .filter(({ field }) => field !== 'part')
      .map((item) => ({ term: fieldName(view, item), value: <TypedText text={item.said} /> })),
    { term: t.source, value: proposal.source ? <TypedText text={proposal.source} /> : t.noSource },
    { term: t.from, value: fromWhom(view, proposal, known) },
    { term: t.when, value: tokyoMinute(proposal.createdAt) },
  ];
  if (proposal.email && mayDecide)
    shown.push({
      term: t.email,
      value: (
        <>
          <a href={`mailto:${encodeURIComponent(proposal.email).replace('%40', '@')}`}>{proposal.email}</a>{' '}
          <span class="hint">{t.emailNote}</span>
        </>
      ),
    });
  return <DefinitionList items={shown} />;
}

/** Of staff's proposals what would differ, field by field; of an outsider's words what the entry says of it now. */
function Beside({ view, differences, stands, proposal }: ProposalProps) {
  const t = staffWords[view.lang];
  const columns = [
    { key: 'label', label: t.what, head: true },
    { key: 'now', label: t.now },
    ...(proposal.content ? [{ key: 'would' as const, label: t.would }] : []),
  ] as const;
  const rows = proposal.content
    ? differences.map(({ label, before, after }) => ({
        label,
        now: <span class="typed">{before}</span>,
        would: <span class="typed">{after}</span>,
      }))
    : stands.map(({ label, text }) => ({ label, now: <span class="typed">{text}</span> }));
  if (rows.length === 0) return null;
  return (
    <Section title={proposal.content ? t.beside : t.stands}>
      <DataTable view={view} caption={t.beside} captionHidden stacked columns={columns} rows={rows} />
    </Section>
  );
}

function Decline({ view, state, proposal }: ProposalProps) {
  const t = staffWords[view.lang];
  const tried = state.values['reason'] !== undefined;
  return (
    <Disclosure summary={t.decline} open={tried}>
      <Form action={view.href(staffDirectoryPaths.declineProposal.to({ id: proposal.id }))} label={t.decline}>
        <TextArea
          view={view}
          state={state}
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          required
          rows={2}
          maxlength={500}
        />
        <Actions>
          <SubmitButton kind="danger">{t.decline}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}
