import { dayName, tokyoMinute } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox } from '#ui/choices.tsx';
import { DefinitionList, Notice, StatusTag } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Account } from '../../../applicants/rules.ts';
import { grantsTrail } from '../../../desk.ts';
import { applicationStaffPaths } from '../../../paths.ts';
import type { Editor } from '../../open.ts';
import { stateTones } from '../../pages/overview.tsx';
import type { Alarm } from '../../papers/store.ts';
import type { ApplicationMove, ApplicationState } from '../../rules.ts';
import { ApplicationContent } from '../../sending/pages/content.tsx';
import { accountLines } from '../../shown.ts';
import { KeptLink } from '../../../retention/pages/kept.tsx';
import type { Sight } from '../../view.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';

export interface StaffApplicationProps {
  readonly view: View;
  readonly state: FormState;
  readonly sight: Sight;
  readonly editors: readonly Editor[];
  readonly alarms: readonly (Alarm & { readonly note: string })[];
  /** The account that was known, where this application names another. */
  readonly known: Account | undefined;
  /** Somebody who writes down what came by post, and may do so here. */
  readonly mayEnter: boolean;
  readonly mayEdit: boolean;
}

/** An application as the office sees it: where it stands, everything in it, who holds a link, and what happened. */
export function StaffApplicationPage(props: StaffApplicationProps) {
  const { view, state, sight } = props;
  const { lang } = view;
  const [t, c] = [words[lang], common[lang]];
  const { application, terms } = sight.opened;
  const applicationId = application.id;
  const now = application.state as ApplicationState;
  return (
    <StaffFrame view={view} title={t.application} problems={state.problems}>
      <PageHead
        title={application.number ?? t.notSent}
        kicker={terms.name[lang]}
        tags={<StatusTag tone={stateTones[now]}>{c.state[now]}</StatusTag>}
        breadcrumbs={
          <Breadcrumbs view={view} items={grantsTrail(view)} current={application.number ?? t.application} />
        }
        actions={
          props.mayEdit && (
            <ButtonLink href={applicationStaffPaths.edit.to({ applicationId })}>{t.edit}</ButtonLink>
          )
        }
      />
      <Alarms {...props} />
      <DefinitionList
        items={[
          { term: t.door, value: t.doors[application.door] ?? application.door },
          ...(application.receivedOn
            ? [{ term: t.receivedOn, value: dayName(lang, application.receivedOn) }]
            : []),
          {
            term: c.askedYen,
            value: application.askedYen === null ? c.askedYenOpen : yenFull(lang, application.askedYen),
          },
        ]}
      />
      <OtherAccount {...props} />
      <ApplicationContent
        view={view}
        sight={sight}
        paperUrl={(paperId) => applicationStaffPaths.paper.to({ applicationId, paperId })}
      />
      {props.mayEdit && <Receive {...props} />}
      <Links {...props} />
      <History {...props} />
      {props.mayEnter && <TakeBack {...props} />}
      {!application.recipientId && <KeptLink view={view} kind="application" id={applicationId} />}
    </StaffFrame>
  );
}

function OtherAccount({ view, known }: StaffApplicationProps) {
  const t = words[view.lang];
  if (!known) return null;
  const said = accountLines(view.lang, known).map(({ value }) => value);
  return (
    <Notice view={view} tone="warn" title={t.asKnown}>
      <p>{t.asKnownLead(said.join('　'))}</p>
    </Notice>
  );
}

function Alarms({ view, state, sight, alarms, mayEnter }: StaffApplicationProps) {
  const t = words[view.lang];
  if (alarms.length === 0) return null;
  const applicationId = sight.opened.application.id;
  const nameOf = (id: string | null) => sight.papers.find((paper) => paper.id === id)?.name ?? '';
  return (
    <Section title={t.alarms} id="alarms">
      {alarms.map((alarm) => (
        <Notice
          view={view}
          tone={alarm.seenAt ? 'info' : 'bad'}
          title={`${t.alarmKinds[alarm.kind]}　${nameOf(alarm.paperId)}`}
        >
          <p>{t.foundAt(tokyoMinute(alarm.foundAt))}</p>
          {alarm.seenAt ? (
            <TypedText text={`${tokyoMinute(alarm.seenAt)}　${alarm.note}`} />
          ) : (
            mayEnter && (
              <Form
                action={applicationStaffPaths.alarm.to({ applicationId, alarmId: alarm.id })}
                label={t.seen}
              >
                <TextArea
                  view={view}
                  state={state}
                  name="note"
                  label={t.seen}
                  hint={t.seenHint}
                  required
                  rows={3}
                  maxlength={2000}
                />
                <Actions>
                  <SubmitButton kind="secondary">{t.note}</SubmitButton>
                </Actions>
              </Form>
            )
          )}
        </Notice>
      ))}
    </Section>
  );
}

/** The last step of writing down: it gets its number. */
function Receive({ view, state, sight }: StaffApplicationProps) {
  const t = words[view.lang];
  const applicationId = sight.opened.application.id;
  return (
    <Section title={t.submit} lead={t.submitLead}>
      <Form action={applicationStaffPaths.submit.to({ applicationId })} label={t.submit}>
        <Checkbox view={view} state={state} name="declared" label={t.declare} required />
        <Actions>
          <SubmitButton>{t.submit}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Links({ view, state, sight, editors, mayEnter }: StaffApplicationProps) {
  const t = words[view.lang];
  const byMail = [...Map.groupBy(editors, ({ mail }) => mail).values()];
  return (
    <Section title={t.links} lead={t.linksLead}>
      {byMail.length === 0 && <p>{t.noLinks}</p>}
      <ul>
        {byMail.map((links) => (
          <li>
            {links[0]?.name}　{links[0]?.mail}
            {links.every(({ ended }) => ended) && `（${t.stopped}）`}
          </li>
        ))}
      </ul>
      {mayEnter && (
        <Form
          action={applicationStaffPaths.link.to({ applicationId: sight.opened.application.id })}
          label={t.giveLink}
        >
          <TextField view={view} state={state} name="name" label={t.linkName} required maxlength={100} />
          <TextField
            view={view}
            state={state}
            name="mail"
            label={t.linkMail}
            type="email"
            required
            maxlength={200}
          />
          <Actions>
            <SubmitButton kind="secondary">{t.giveLink}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

function History({ view, sight }: StaffApplicationProps) {
  const [t, c] = [words[view.lang], common[view.lang]];
  if (sight.steps.length === 0) return null;
  return (
    <Section title={t.history}>
      <DataTable
        view={view}
        caption={t.history}
        captionHidden
        stacked
        columns={[
          { key: 'at', label: t.at, head: true },
          { key: 'move', label: t.what },
          { key: 'by', label: t.by },
          { key: 'reason', label: t.reason },
        ]}
        rows={sight.steps.map(({ move, at, personName, reason }) => ({
          at: tokyoMinute(at),
          move: c.moves[move as ApplicationMove],
          by: personName ?? t.doors['web'],
          reason: reason && <TypedText text={reason} />,
        }))}
      />
    </Section>
  );
}

function TakeBack({ view, state, sight }: StaffApplicationProps) {
  const t = words[view.lang];
  const { id: applicationId, state: now, door } = sight.opened.application;
  const draft = now === 'draft';
  if (['withdrawn', 'decided', 'refused'].includes(now) || (draft && door === 'web')) return null;
  const title = draft ? t.discard : t.withdraw;
  return (
    <Section title={title}>
      <Form action={applicationStaffPaths.discard.to({ applicationId })} label={title}>
        {!draft && (
          <TextArea view={view} state={state} name="reason" label={t.reason} rows={3} maxlength={2000} />
        )}
        <Actions>
          <SubmitButton kind="danger">{title}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
