import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { householdRelations, livings } from '../../households/rules.ts';
import type { MemberLine } from '../../households/shown.ts';
import { personPaths } from '../../paths.ts';
import { eraDay } from '../rules.ts';
import { words } from '../words.ts';

interface FieldsProps {
  readonly view: View;
  readonly state: FormState;
  readonly member?: MemberLine;
}

export function MemberFields({ view, state, member }: FieldsProps) {
  const t = words[view.lang];
  const common = { view, state } as const;
  const text = { ...common, autocomplete: 'off' } as const;
  const day = (on: string | null | undefined) => (on ? (view.lang === 'ja' ? eraDay(on) : on) : '');
  return (
    <>
      <SelectField
        {...common}
        name="relation"
        label={t.relation}
        empty={t.notSaid}
        value={member?.relation ?? ''}
        options={householdRelations.map((value) => ({ value, label: t.relations[value] }))}
      />
      <TextField {...text} name="memberName" label={t.memberName} value={member?.name} />
      <TextField {...text} name="memberWords" label={t.memberWords} value={member?.words} width="full" />
      <RadioGroup
        {...common}
        name="living"
        label={t.living}
        value={member?.living ?? 'together'}
        options={livings.map((value) => ({ value, label: t.livings[value] }))}
      />
      <TextField
        {...text}
        name="fromOn"
        label={t.since}
        hint={t.dayHint}
        width="short"
        value={day(member?.fromOn)}
      />
      <TextField {...text} name="untilOn" label={t.until} width="short" value={day(member?.untilOn)} />
      <TextField
        {...text}
        name="number"
        label={t.memberNumber}
        hint={t.memberNumberHint}
        width="short"
        value={member?.case?.number}
      />
    </>
  );
}

interface MemberProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly member: MemberLine;
}

/** One member of the household: changed, ended, or taken away when it was a mistake. */
export function MemberPage({ view, state, caseFile, member }: MemberProps) {
  const t = words[view.lang];
  const to = { caseId: caseFile.id, memberId: member.id };
  const household = { href: view.href(personPaths.person.to({ caseId: caseFile.id })), label: t.title };
  return (
    <StaffFrame view={view} title={t.change} problems={state.problems}>
      <PageHead
        title={t.change}
        breadcrumbs={
          <Breadcrumbs view={view} items={[...caseTrail(view, caseFile), household]} current={t.change} />
        }
      />
      <Form action={view.href(personPaths.member.to(to))} label={t.change}>
        <HiddenField name="version" value={member.version} />
        <MemberFields view={view} state={state} member={member} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
      <Disclosure summary={t.remove}>
        <p>{t.removeLead}</p>
        <ActionForm action={view.href(personPaths.removeMember.to(to))} kind="danger">
          {t.remove}
        </ActionForm>
      </Disclosure>
    </StaffFrame>
  );
}
