import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { SelectField } from '#ui/choices.tsx';
import { Disclosure, EmptyState } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { deskPaths, readPaths } from '../../paths.ts';
import type { Unusual } from '../read.ts';
import { answers } from '../rules.ts';
import { words } from '../words.ts';

interface ReadsProps {
  readonly view: View;
  readonly desk: { readonly id: string; readonly name: string };
  readonly unusual: readonly Unusual[];
  readonly staff: readonly { readonly personId: string; readonly name: string }[];
  readonly homes: Readonly<Record<string, string>>;
  readonly municipalities: readonly Municipality[];
  readonly form: FormState;
}

/** Looks at conversations that a supervisor should know of, and what was done about each. */
export function ReadsPage(props: ReadsProps) {
  const { view, desk, unusual } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={`${t.page}：${desk.name}`} problems={props.form.problems}>
      <PageHead title={desk.name} kicker={t.page} lead={t.lead} />
      <DeskTabs view={view} deskId={desk.id} current="desk" />
      <Disclosure summary={t.whyTitle}>
        <ul>
          {Object.values(t.why).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
      {unusual.length === 0 ? <EmptyState title={t.none} /> : <UnusualTable {...props} />}
      <Homes {...props} />
    </StaffFrame>
  );
}

function UnusualTable({ view, desk, unusual }: ReadsProps) {
  const t = words[view.lang];
  return (
    <Section title={t.list}>
      <DataTable
        view={view}
        caption={t.list}
        captionHidden
        stacked
        columns={[
          { key: 'reader', label: t.reader, head: true },
          { key: 'contact', label: t.contact },
          { key: 'on', label: t.on },
          { key: 'looks', label: t.looks, align: 'number' },
          { key: 'reasons', label: t.reasons },
          { key: 'state', label: t.state },
        ]}
        rows={unusual.slice(0, 200).map((each) => ({
          reader: each.name,
          contact: each.number ? (
            <a href={view.href(deskPaths.desk.to({ deskId: desk.id }, { contact: each.contactId }))}>
              {t.number(each.number)}
            </a>
          ) : (
            t.movedOn
          ),
          on: each.readOn,
          looks: each.looks,
          reasons: each.why.map((reason) => t.why[reason]).join('、'),
          state: <ReviewCell view={view} deskId={desk.id} unusual={each} />,
        }))}
      />
    </Section>
  );
}

function ReviewCell({ view, deskId, unusual }: { view: View; deskId: string; unusual: Unusual }) {
  const t = words[view.lang];
  const { review } = unusual;
  const said =
    review &&
    `${t.states[review.state as 'asked']}${review.answer ? `：${t.answers[review.answer as 'other']}` : ''}`;
  if (review?.state === 'explained') return <span>{said}</span>;
  return (
    <Form
      action={view.href(readPaths.review.to({ deskId }))}
      label={`${t.state}：${unusual.name} ${unusual.readOn} ${unusual.number ?? ''}`.trim()}
      inline
    >
      {said && <p>{said}</p>}
      <HiddenField name="contactId" value={unusual.contactId} />
      <HiddenField name="reader" value={unusual.personId} />
      <HiddenField name="readOn" value={unusual.readOn} />
      <SelectField
        view={view}
        name={`answer-${unusual.contactId}-${unusual.personId}-${unusual.readOn}`}
        label={t.answer}
        value={review?.answer}
        options={answers.map((value) => ({ value, label: t.answers[value] }))}
      />
      <SubmitButton kind="secondary" small name="state" value="explained">
        {t.explain}
      </SubmitButton>
      {!review && (
        <SubmitButton kind="quiet" small name="state" value="asked">
          {t.ask}
        </SubmitButton>
      )}
    </Form>
  );
}

function Homes({ view, desk, staff, homes, municipalities }: ReadsProps) {
  const t = words[view.lang];
  return (
    <Disclosure summary={t.homes}>
      <p class="hint">{t.homesLead}</p>
      {staff.map(({ personId, name }) => (
        <Form action={view.href(readPaths.home.to({ deskId: desk.id }))} label={t.home(name)} inline>
          <HiddenField name="personId" value={personId} />
          <SelectField
            view={view}
            name={`home-${personId}`}
            label={t.home(name)}
            value={homes[personId]}
            empty={t.notKept}
            options={municipalities.map(({ code, nameJa, nameEn }) => ({
              value: code,
              label: contentIn(view.lang, { ja: nameJa, en: nameEn }),
            }))}
          />
          <SubmitButton kind="secondary" small>
            {t.keep}
          </SubmitButton>
        </Form>
      ))}
    </Disclosure>
  );
}
