import type { Child } from 'hono/jsx';
import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag, Tag, type Tone } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { words as basisWords } from '../../bases/words.ts';
import { words as followUpWords } from '../../follow-ups/words.ts';
import {
  basisPaths,
  casePaths,
  followUpPaths,
  meetingPaths,
  referralPaths,
  sheetPaths,
  taskPaths,
} from '../../paths.ts';
import { words as taskWords } from '../../tasks/words.ts';
import { words as meetingWords } from '../../meetings/words.ts';
import { words as referralWords } from '../../referrals/words.ts';
import { type Range, ranges } from '../ranges.ts';
import type { CaseStep } from '../rules.ts';
import { words } from '../words.ts';

export interface CaseLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly step: string;
  readonly receivedOn: string;
  readonly nextOn: string | null;
  readonly overdue: boolean;
  readonly workerName: string | null;
}

interface ListProps {
  readonly view: View;
  readonly lines: readonly CaseLine[];
  /** Undefined: the answer of a search. */
  readonly range: Range | undefined;
  readonly nextPage: number | undefined;
  readonly state: FormState;
  /** Glass that somebody broke and told the reader of. */
  readonly told?: Child;
}

const tones: Partial<Record<CaseStep, Tone>> = { closed: 'good', 'broken-off': 'warn', received: 'info' };

export function StepTag({ view, step }: { view: View; step: string }) {
  const t = words[view.lang];
  return <StatusTag tone={tones[step as CaseStep] ?? 'neutral'}>{t.steps[step as CaseStep]}</StatusTag>;
}

export function CasesPage({ view, lines, range, nextPage, state, told }: ListProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <ButtonLink href={view.href(casePaths.new.to({}))}>{t.new}</ButtonLink>
            <ButtonLink kind="secondary" href={view.href(taskPaths.mine.to({}))}>
              {taskWords[view.lang].title}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(referralPaths.boxes.to({}))}>
              {referralWords[view.lang].title}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(meetingPaths.mine.to({}))}>
              {meetingWords[view.lang].mineTitle}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(basisPaths.urgency.to({}))}>
              {basisWords[view.lang].urgency}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(followUpPaths.list.to({}))}>
              {followUpWords[view.lang].title}
            </ButtonLink>
          </>
        }
      />
      {told}
      <Tabs
        label={t.tabsLabel}
        items={ranges.map((each) => ({
          href: view.href(casePaths.list.to({}, { range: each })),
          label: t.tabs[each],
          current: each === range,
        }))}
      />
      {range === undefined && <p role="status">{t.found(lines.length)}</p>}
      {lines.length === 0 ? <EmptyState title={t.empty} /> : <CaseTable view={view} lines={lines} />}
      {range && lines.length > 0 && (
        <p>
          <a href={view.href(sheetPaths.list.to({}, { range }))}>{t.sheet}</a>
        </p>
      )}
      {nextPage && range && (
        <p>
          <a href={view.href(casePaths.list.to({}, { range, page: String(nextPage) }))}>{t.more}</a>
        </p>
      )}
      <Section title={t.search}>
        <Form action={view.href(casePaths.search.to({}))} label={t.search}>
          <TextField
            view={view}
            state={state}
            name="q"
            label={t.search}
            hint={t.searchHint}
            autocomplete="off"
          />
          <Actions>
            <SubmitButton kind="secondary">{t.find}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </StaffFrame>
  );
}

function CaseTable({ view, lines }: { view: View; lines: readonly CaseLine[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      stacked
      columns={[
        { key: 'number', label: t.number, head: true },
        { key: 'person', label: t.person },
        { key: 'step', label: t.step },
        { key: 'next', label: t.next },
        { key: 'worker', label: t.worker },
        { key: 'received', label: t.received },
      ]}
      rows={lines.map((line) => ({
        number: <a href={view.href(casePaths.case.to({ caseId: line.id }))}>{line.number}</a>,
        person: (
          <>
            {line.name} {line.isProtected && <Tag tone="warn">{t.protectedTag}</Tag>}
          </>
        ),
        step: <StepTag view={view} step={line.step} />,
        next: line.nextOn && (
          <>
            {dayName(view.lang, line.nextOn)} {line.overdue && <StatusTag tone="bad">{t.overdue}</StatusTag>}
          </>
        ),
        worker: line.workerName ?? t.nobody,
        received: dayName(view.lang, line.receivedOn),
      }))}
    />
  );
}
