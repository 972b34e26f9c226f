import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Option } from '#ui/choices.tsx';
import { DefinitionList, EmptyState, Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { words as caseWords } from '../../case-files/words.ts';
import type { HouseholdRelation, Living } from '../../households/rules.ts';
import type { HouseholdLines, MemberLine } from '../../households/shown.ts';
import { casePaths, personPaths } from '../../paths.ts';
import type { KnownPerson } from '../actions.ts';
import { eraDay } from '../rules.ts';
import { words } from '../words.ts';
import { ContactFields, IdentityFields } from './fields.tsx';
import { MemberFields } from './member.tsx';

interface PersonProps extends HouseholdLines {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly person: KnownPerson | undefined;
  /** Somebody else saved meanwhile: both are shown. */
  readonly theirs: boolean;
  readonly mayWrite: boolean;
  readonly sexes: readonly Option[];
}

/** Who the person is and who belongs to them, on one page. */
export function PersonPage(props: PersonProps) {
  const { view, state, caseFile, mayWrite } = props;
  const t = words[view.lang];
  const forMember = 'memberName' in state.values;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      {props.theirs && <Theirs {...props} />}
      <Section title={t.facts}>
        {mayWrite ? (
          <Facts {...props} state={forMember ? { values: {}, problems: [] } : state} />
        ) : (
          <>
            <Known {...props} />
            <p class="hint">{t.readOnly}</p>
          </>
        )}
      </Section>
      <Section title={t.household} lead={t.householdLead}>
        <Household {...props} />
      </Section>
      {mayWrite && (
        <Section title={t.add}>
          <Form action={view.href(personPaths.household.to({ caseId: caseFile.id }))} label={t.add}>
            <MemberFields view={view} state={forMember ? state : { values: {}, problems: [] }} />
            <Actions>
              <SubmitButton kind="secondary">{t.add}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </StaffFrame>
  );
}

function Facts({ view, state, caseFile, person, sexes }: PersonProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(personPaths.person.to({ caseId: caseFile.id }))} label={t.facts}>
      <HiddenField name="identityVersion" value={person?.versions.identity ?? 0} />
      <HiddenField name="placeVersion" value={person?.versions.place ?? 0} />
      <IdentityFields view={view} state={state} identity={person?.identity} sexes={sexes} />
      <ContactFields view={view} state={state} identity={person?.identity} place={person?.place} />
      {caseFile.isProtected && <p class="hint">{t.protectedPlace}</p>}
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}

function Theirs(props: PersonProps) {
  const t = words[props.view.lang];
  return (
    <Notice view={props.view} tone="warn" title={t.theirs}>
      <p>{t.theirsLead}</p>
      <Known {...props} />
    </Notice>
  );
}

function Known({ view, person }: PersonProps) {
  const t = caseWords[view.lang];
  const { identity, place } = person ?? {};
  return (
    <DefinitionList
      items={[
        { term: t.name, value: identity ? identity.name || t.anonymous : t.hidden },
        { term: t.kana, value: identity?.kana ?? '' },
        { term: t.nickname, value: identity?.nickname ?? '' },
        { term: t.birth, value: identity?.birth ? eraDay(identity.birth) : '' },
        { term: t.phone, value: identity?.phone ?? '' },
        { term: t.email, value: identity?.email ?? '' },
        { term: t.address, value: [place?.postalCode, place?.address].filter(Boolean).join(' ') },
      ].filter(({ value }) => value !== '')}
    />
  );
}

function Household(props: PersonProps) {
  const { view, members, belongsTo } = props;
  const t = words[view.lang];
  return (
    <>
      {members.length === 0 ? (
        <EmptyState title={t.nobody} />
      ) : (
        <DataTable
          view={view}
          caption={t.household}
          captionHidden
          stacked
          columns={[
            { key: 'member', label: t.member, head: true },
            { key: 'relation', label: t.relation },
            { key: 'living', label: t.living },
            { key: 'edit', label: t.edit },
          ]}
          rows={members.map((member) => rowOf(props, member))}
        />
      )}
      {belongsTo.map(({ id, number, relation }) => (
        <p>
          <a href={view.href(casePaths.case.to({ caseId: id }))}>
            {t.belongsTo(number, relationName(view, relation))}
          </a>
        </p>
      ))}
    </>
  );
}

function rowOf({ view, caseFile, mayWrite }: PersonProps, member: MemberLine) {
  const t = words[view.lang];
  return {
    member: (
      <>
        {member.case ? (
          <a href={view.href(casePaths.case.to({ caseId: member.case.id }))}>
            {member.shownName}（{member.case.number}）
          </a>
        ) : (
          member.shownName
        )}{' '}
        {member.words}
      </>
    ),
    relation: relationName(view, member.relation),
    living: livingWords(view, member),
    edit: mayWrite && (
      <a href={view.href(personPaths.member.to({ caseId: caseFile.id, memberId: member.id }))}>{t.edit}</a>
    ),
  };
}

export function relationName(view: View, relation: string | null): string {
  const t = words[view.lang];
  return relation ? t.relations[relation as HouseholdRelation] : t.notSaid;
}

function livingWords(view: View, { living, fromOn, untilOn }: MemberLine): string {
  const t = words[view.lang];
  const days = [
    fromOn ? t.from(dayName(view.lang, fromOn)) : '',
    untilOn ? t.to(dayName(view.lang, untilOn)) : '',
  ].filter(Boolean);
  return [t.livings[living as Living], ...days].join(' ');
}
