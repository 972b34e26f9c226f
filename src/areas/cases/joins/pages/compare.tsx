import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Disclosure, Notice } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { OpenedCase } from '../../case-files/read.ts';
import type { CaseFile } from '../../case-files/store.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { personPaths } from '../../paths.ts';
import type { KnownPerson } from '../../persons/actions.ts';
import { eraDay } from '../../persons/rules.ts';
import { refusals, words } from '../words.ts';
import { ageName, type ProposalLine } from './joins.tsx';

interface CompareProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly person: KnownPerson | undefined;
  readonly other: OpenedCase;
  readonly line: ProposalLine;
  readonly mayJoin: boolean;
  /** Of another organisation: told apart, never joined. */
  readonly elsewhere: boolean;
}

/** Two records side by side, and what somebody decides about them. */
export function ComparePage(props: CompareProps) {
  const { view, state, caseFile, mayJoin, elsewhere } = props;
  const t = words[view.lang];
  const list = { href: view.href(personPaths.joins.to({ caseId: caseFile.id })), label: t.title };
  return (
    <StaffFrame view={view} title={t.compareTitle} problems={state.problems}>
      <PageHead
        title={t.compareTitle}
        lead={t.compareLead}
        breadcrumbs={
          <Breadcrumbs view={view} items={[...caseTrail(view, caseFile), list]} current={t.compareTitle} />
        }
      />
      <SideBySide {...props} />
      {elsewhere && <Notice view={view}>{t.elsewhere}</Notice>}
      {!mayJoin && !elsewhere && (
        <Notice view={view}>{sayRefusal(refusals, view.lang, { refusal: 'join-not-yours' })}</Notice>
      )}
      {mayJoin && !elsewhere && <Join {...props} />}
      <Apart {...props} />
    </StaffFrame>
  );
}

function SideBySide({ view, caseFile, person, other, line }: CompareProps) {
  const t = words[view.lang];
  const c = caseWords[view.lang];
  const [mine, theirs] = [
    factsOf(view, caseFile, person),
    {
      ...factsOf(view, other.caseFile, other.person),
      number: `${line.numbers.join('、')} ${line.organisation}`,
    },
  ];
  const labels = {
    number: c.number,
    name: c.name,
    kana: c.kana,
    nickname: c.nickname,
    birth: c.birth,
    age: t.age,
    phone: c.phone,
    email: c.email,
    address: c.address,
    received: c.received,
  };
  const keys = (Object.keys(labels) as (keyof typeof labels)[]).filter((key) => mine[key] || theirs[key]);
  return (
    <DataTable
      view={view}
      caption={t.compareTitle}
      captionHidden
      stacked
      columns={[
        { key: 'what', label: t.what, head: true },
        { key: 'mine', label: t.thisOne },
        { key: 'theirs', label: t.otherOne },
      ]}
      rows={keys.map((key) => ({ what: labels[key], mine: mine[key] || '―', theirs: theirs[key] || '―' }))}
    />
  );
}

function factsOf(view: View, caseFile: CaseFile, person: KnownPerson | undefined) {
  const { identity, place } = person ?? {};
  const t = caseWords[view.lang];
  return {
    number: caseFile.number,
    name: identity ? identity.name || t.anonymous : t.hidden,
    kana: identity?.kana ?? '',
    nickname: identity?.nickname ?? '',
    birth: identity?.birth ? eraDay(identity.birth) : '',
    age: ageName(view, caseFile.ageBand),
    phone: identity?.phone ?? '',
    email: identity?.email ?? '',
    address: place?.address ?? '',
    received: dayName(view.lang, caseFile.receivedOn),
  };
}

function Join({ view, state, caseFile, line }: CompareProps) {
  const t = words[view.lang];
  const common = { view, ...('keep' in state.values ? { state } : {}) };
  const to = { caseId: caseFile.id, otherId: line.personId };
  return (
    <Section title={t.join} lead={t.joinLead}>
      <Form action={view.href(personPaths.compare.to(to))} label={t.join}>
        <RadioGroup
          {...common}
          name="keep"
          label={t.keep}
          value="this"
          options={[
            { value: 'this', label: `${t.thisOne}（${caseFile.number}）` },
            { value: 'other', label: `${t.otherOne}（${line.numbers.join('、')}）` },
          ]}
        />
        <TextField {...common} name="reason" label={t.reason} autocomplete="off" width="full" />
        <Actions>
          <SubmitButton>{t.join}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Apart({ view, state, caseFile, line }: CompareProps) {
  const t = words[view.lang];
  const mine = state.problems.length > 0 && !('keep' in state.values);
  return (
    <Disclosure summary={t.apart} open={mine}>
      <p>{t.apartLead}</p>
      <Form
        action={view.href(personPaths.tellApart.to({ caseId: caseFile.id, otherId: line.personId }))}
        label={t.apart}
      >
        <TextField
          view={view}
          {...(mine ? { state } : {})}
          name="reason"
          label={t.reason}
          autocomplete="off"
          width="full"
        />
        <SubmitButton kind="secondary">{t.apart}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
