import { dayName, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure, Notice, Tag } from '#ui/content.tsx';
import { DateField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { codeName, codeNames } from '../../case-files/codes.ts';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import type { CaseLists } from '../../forms/lists.ts';
import { recordPaths } from '../../paths.ts';
import type { RecordTexts } from '../actions.ts';
import type { CaseRecord, NamedRecord } from '../store.ts';
import { words } from '../words.ts';
import { RecordForm, type RecordFields } from './form.tsx';

interface RecordProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly record: NamedRecord;
  readonly texts: RecordTexts;
  /** As it stood before, oldest first. */
  readonly earlier: readonly { readonly record: CaseRecord; readonly body: string }[];
  readonly mayCorrect: boolean;
  /** A service that goes on, and a reader who writes. */
  readonly mayEnd: boolean;
  readonly value: RecordFields;
  readonly classes: readonly string[];
  readonly today: string;
  readonly lists: CaseLists;
}

export function RecordPage(props: RecordProps) {
  const { view, state, caseFile, record, texts, earlier, mayCorrect, lists } = props;
  const t = words[view.lang];
  const title = `${codeName(view.lang, lists.kinds, record.kind)} ${tokyoMinute(record.startedAt)}`;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
        tags={record.service && <Tag tone="info">{codeName(view.lang, lists.services, record.service)}</Tag>}
      />
      {record.replacedAt && (
        <Notice view={view} tone="warn">
          {t.earlier(tokyoMinute(record.replacedAt))}
        </Notice>
      )}
      <Section title={t.body}>
        <TypedText text={texts.body} />
        <Facts {...props} />
      </Section>
      {earlier.map((each) => (
        <Disclosure summary={t.earlier(tokyoMinute(each.record.replacedAt ?? record.writtenAt))}>
          <TypedText text={each.body} />
        </Disclosure>
      ))}
      {props.mayEnd && <EndForm {...props} />}
      {mayCorrect && (
        <Disclosure
          summary={t.correct}
          open={state.problems.length > 0 && state.values['endedOn'] === undefined}
        >
          <p>{t.correctLead}</p>
          <RecordForm
            {...props}
            purpose="support"
            action={view.href(recordPaths.record.to({ recordId: record.id }))}
            submit={t.correcting}
          />
        </Disclosure>
      )}
    </StaffFrame>
  );
}

function EndForm({ view, state, record, today }: RecordProps) {
  const t = words[view.lang];
  return (
    <Section title={t.goingOn} lead={t.endLead}>
      <Form action={view.href(recordPaths.end.to({ recordId: record.id }))} label={t.end}>
        <DateField view={view} state={state} name="endedOn" label={t.endOn} value={today} max={today} />
        <Actions>
          <SubmitButton kind="secondary">{t.end}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Facts({ view, record, texts, lists }: RecordProps) {
  const t = words[view.lang];
  const { lang } = view;
  const day = (on: string | null) => (on ? dayName(lang, on) : '');
  const items = [
    { term: t.next, value: texts.next },
    { term: t.nextOn, value: day(record.nextOn) },
    { term: t.withWhom, value: codeNames(lang, lists.withWhom, record.withWhom) },
    { term: t.names, value: texts.names },
    { term: t.related, value: codeNames(lang, lists.related, record.related) },
    {
      term: t.place,
      value: [codeName(lang, lists.places, record.place), texts.placeText].filter(Boolean).join(' '),
    },
    { term: t.minutes, value: record.minutes === null ? '' : t.lasts(record.minutes) },
    { term: t.from, value: day(record.fromOn) },
    { term: t.until, value: day(record.untilOn) },
    { term: t.writtenBy, value: record.writerName ?? '' },
  ];
  return <DefinitionList items={items.filter(({ value }) => value !== '')} />;
}
