import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { codes } from '#areas/consultations/index.ts';
import { Card, DefinitionList, Disclosure, EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { personPaths } from '../../paths.ts';
import type { DecidedJoin } from '../read.ts';
import type { Proposal, Strength } from '../rules.ts';
import { words } from '../words.ts';

export interface ProposalLine extends Proposal {
  readonly name: string;
  readonly ageBand: string | null;
  readonly municipality: string;
  readonly numbers: readonly string[];
  readonly organisation: string;
  readonly worker: string;
}

interface JoinsProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly lines: readonly ProposalLine[];
  readonly decided: readonly DecidedJoin[];
}

const tones: Record<Strength, Tone> = { strong: 'warn', likely: 'info', weak: 'neutral' };

export function ageName(view: View, ageBand: string | null): string {
  return codes.ageBand[(ageBand ?? 'unknown') as keyof typeof codes.ageBand]?.[view.lang] ?? '';
}

/** Who may be the same person, with what tells them apart; and what was decided before. */
export function JoinsPage(props: JoinsProps) {
  const { view, state, caseFile, lines, decided } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      {lines.length === 0 ? <EmptyState title={t.none} /> : <Proposals {...props} />}
      {decided.length > 0 && (
        <Section title={t.decided}>
          {decided.map((join) => (
            <Decided {...props} join={join} />
          ))}
        </Section>
      )}
    </StaffFrame>
  );
}

function Proposals({ view, caseFile, lines }: JoinsProps) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      stacked
      columns={[
        { key: 'person', label: t.person, head: true },
        { key: 'strength', label: t.strength },
        { key: 'evidence', label: t.evidence },
        { key: 'age', label: t.age },
        { key: 'municipality', label: t.municipality },
        { key: 'cases', label: t.cases },
        { key: 'worker', label: t.worker },
        { key: 'compare', label: t.compare },
      ]}
      rows={lines.map((line) => ({
        person: line.name,
        strength: <StatusTag tone={tones[line.strength]}>{t.strengths[line.strength]}</StatusTag>,
        evidence: line.evidence.map((kind) => t.evidences[kind]).join('・'),
        age: ageName(view, line.ageBand),
        municipality: line.municipality,
        cases: `${line.numbers.join('、')} ${line.organisation}`,
        worker: line.worker,
        compare: (
          <a href={view.href(personPaths.compare.to({ caseId: caseFile.id, otherId: line.personId }))}>
            {t.compare}
          </a>
        ),
      }))}
    />
  );
}

function Decided({ view, state, caseFile, join }: JoinsProps & { join: DecidedJoin }) {
  const t = words[view.lang];
  const mine = state.values['joinId'] === join.id;
  return (
    <Card title={t.decisions[join.decision as 'joined']}>
      <DefinitionList
        items={[
          { term: t.by, value: join.byName ?? '' },
          { term: t.at, value: tokyoMinute(join.decidedAt) },
          {
            term: t.evidence,
            value: join.evidence.map((kind) => t.evidences[kind as 'name']).join('・'),
          },
          { term: t.why, value: join.reason },
        ].filter(({ value }) => value !== '')}
      />
      <Disclosure summary={t.undo} open={mine}>
        <Form
          action={view.href(personPaths.undoJoin.to({ caseId: caseFile.id, joinId: join.id }))}
          label={t.undo}
        >
          <TextField
            view={view}
            {...(mine ? { state } : {})}
            name="reason"
            label={t.undoReason}
            autocomplete="off"
            width="full"
          />
          <SubmitButton kind="danger">{t.undo}</SubmitButton>
        </Form>
      </Disclosure>
    </Card>
  );
}
