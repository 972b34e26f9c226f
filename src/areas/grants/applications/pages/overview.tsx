import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { words as awardWords } from '../../awards/words.ts';
import { applicationPaths, awardLinkPaths } from '../../paths.ts';
import type { Opened } from '../open.ts';
import type { ApplicationState } from '../rules.ts';
import type { TaskLine } from '../tasks.ts';
import { words } from '../words.ts';
import { LinkFrame } from './frame.tsx';

export const stateTones: Record<ApplicationState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'warn',
  checked: 'info',
  decided: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
};

export interface OverviewProps {
  readonly view: View;
  readonly token: string;
  readonly opened: Opened;
  readonly tasks: readonly TaskLine[];
  /** Where to go on: the first part that is open, or the page that sends. */
  readonly next: string;
  readonly complete: boolean;
  readonly askedYen: number | null;
  readonly until: string | undefined;
  readonly people: number;
  /** Of an application that came back: what is to be mended. */
  readonly reason: string | undefined;
  /** Calls for which a new application can begin with what is known. */
  readonly again: readonly { readonly callId: string; readonly label: string }[];
}

/** An application at a glance: where it stands, what is written, what is still open. */
export function OverviewPage(props: OverviewProps) {
  const { view, token, opened, tasks } = props;
  const { application, terms, call } = opened;
  const t = words[view.lang];
  const state = application.state as ApplicationState;
  const writing = state === 'draft' || state === 'returned';
  const done = tasks.filter(({ status }) => status === 'done').length;
  return (
    <LinkFrame
      view={view}
      token={token}
      first
      title={t.stateTitle[state]}
      terms={terms}
      fiscalYear={call.fiscalYear}
      tags={<StatusTag tone={stateTones[state]}>{t.state[state]}</StatusTag>}
      lead={
        <>
          <p>{t.stateLead[state]}</p>
          {state === 'draft' && <p>{props.until ? t.until(props.until) : t.notOpen}</p>}
        </>
      }
    >
      {state === 'returned' && props.reason && (
        <Notice view={view} tone="warn" title={t.returnedFor}>
          <TypedText text={props.reason} />
        </Notice>
      )}
      <div class="section">
        <Facts {...props} />
        {state === 'decided' && (
          <Actions>
            <ButtonLink href={view.href(awardLinkPaths.award.to({ token }))}>
              {awardWords[view.lang].open}
            </ButtonLink>
          </Actions>
        )}
        {!writing && application.number && (
          <Actions>
            <ButtonLink href={view.href(applicationPaths.receipt.to({ token }))}>{t.receipt}</ButtonLink>
            {(state === 'decided' || state === 'refused') && (
              <ButtonLink kind="secondary" href={view.href(applicationPaths.letters.to({ token }))}>
                {t.letters}
              </ButtonLink>
            )}
          </Actions>
        )}
      </div>
      {writing && (
        <Section title={t.parts} lead={t.progress(done, tasks.length)}>
          <Actions>
            <ButtonLink href={props.next}>{props.complete ? t.toCheck : t.goOn}</ButtonLink>
          </Actions>
          <Tasks {...props} />
        </Section>
      )}
      <Section
        title={t.people}
        lead={t.peopleLead(props.people)}
        actions={
          <ButtonLink small kind="secondary" href={view.href(applicationPaths.people.to({ token }))}>
            {t.peopleOpen}
          </ButtonLink>
        }
      />
      <Again {...props} />
      {state !== 'withdrawn' && state !== 'decided' && state !== 'refused' && (
        <p class="section">
          <a href={view.href(applicationPaths.withdraw.to({ token }))}>
            {state === 'draft' ? t.discard : t.withdraw}
          </a>
        </p>
      )}
    </LinkFrame>
  );
}

function Facts({ view, opened, askedYen }: OverviewProps) {
  const t = words[view.lang];
  const { number } = opened.application;
  return (
    <DefinitionList
      items={[
        ...(number ? [{ term: t.number, value: number }] : []),
        { term: t.askedYen, value: askedYen === null ? t.askedYenOpen : yenFull(view.lang, askedYen) },
      ]}
    />
  );
}

/** Every part with its state, as a list of links. */
function Tasks({ view, tasks }: OverviewProps) {
  const t = words[view.lang];
  const tones = { done: 'good', open: 'neutral', mend: 'warn', optional: 'neutral' } as const;
  return (
    <DataTable
      view={view}
      caption={t.parts}
      captionHidden
      stacked
      columns={[
        { key: 'part', label: t.part, head: true },
        { key: 'status', label: t.status },
        { key: 'by', label: t.lastChange },
      ]}
      rows={tasks.map(({ href, label, status, by }) => ({
        part: <a href={href}>{label}</a>,
        status: <StatusTag tone={tones[status]}>{t[status]}</StatusTag>,
        by,
      }))}
    />
  );
}

function Again({ view, token, again }: OverviewProps) {
  const t = words[view.lang];
  if (again.length === 0) return null;
  return (
    <Section title={t.again} lead={t.againLead}>
      <Actions>
        {again.map(({ callId, label }) => (
          <ActionForm action={view.href(applicationPaths.again.to({ token }))} fields={{ callId }}>
            {label}
          </ActionForm>
        ))}
      </Actions>
    </Section>
  );
}
