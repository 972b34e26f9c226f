import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Municipality, worryTerms } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { DateField, HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Columns, PageHead } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { type CodeField, codes } from '../../contacts/codes.ts';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface LogProps {
  readonly view: View;
  readonly deskId: string;
  readonly door: 'phone' | 'visit';
  readonly startedAt: string;
  readonly municipalities: readonly Municipality[];
  readonly state: FormState;
}

/** A talk by telephone or face to face, typed while it goes on: fields in the order in which people tell. */
export function LogPage({ view, deskId, door, startedAt, municipalities, state }: LogProps) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  const common = { view, state };
  const path = door === 'phone' ? deskPaths.phone : deskPaths.visit;
  return (
    <StaffFrame view={view} title={t[door]} problems={state.problems} islands={['log']}>
      <PageHead
        title={t[door]}
        lead={t.lead}
        actions={
          door === 'visit' && (
            <ButtonLink kind="secondary" href={view.href(deskPaths.visitPaper.to({ deskId }))}>
              {t.paper}
            </ButtonLink>
          )
        }
      />
      <DeskTabs view={view} deskId={deskId} current={door} />
      <Columns aside={<WorryList view={view} />}>
        <p class="hint" data-log={t.elapsed('{n}')} data-log-again={t.again} />
        <Form action={view.href(path.to({ deskId }))} label={t[door]}>
          <HiddenField name="key" value={keyOf(state)} />
          <TextField
            {...common}
            name="worries"
            label={t.worries}
            hint={t.worriesHint}
            width="short"
            autocomplete="off"
          />
          <SelectField
            {...common}
            name="risk"
            label={t.risk}
            empty={t.notJudged}
            options={Object.entries(t.riskLevels).map(([value, label]) => ({ value, label }))}
          />
          <TextArea {...common} name="content" label={t.content} rows={3} />
          <TextArea {...common} name="response" label={t.response} rows={2} />
          <NumberedSelect {...common} name="outcome" label={t.outcome} />
          <TextField {...common} name="next" label={t.next} width="full" autocomplete="off" />
          <NumberedSelect {...common} name="about" label={b.about} />
          <NumberedSelect {...common} name="ageBand" label={b.age} />
          <NumberedSelect {...common} name="sex" label={b.sex} />
          <SelectField
            {...common}
            name="municipality"
            label={b.municipality}
            empty={b.notSaid}
            options={municipalities.map(({ code, nameJa, nameEn }) => ({
              value: code,
              label: contentIn(view.lang, { ja: nameJa, en: nameEn }),
            }))}
          />
          <NumberedSelect {...common} name="route" label={b.route} />
          {door === 'visit' && (
            <>
              <Checkbox {...common} name="interpreter" label={b.interpreter} />
              <TextField {...common} name="accompaniedBy" label={b.accompaniedBy} autocomplete="off" />
            </>
          )}
          <Ends view={view} door={door} startedAt={startedAt} state={state} />
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
          </Actions>
        </Form>
      </Columns>
    </StaffFrame>
  );
}

/** What may wait until the talk is over, and when it was. */
function Ends({ view, door, startedAt, state }: Pick<LogProps, 'view' | 'door' | 'startedAt' | 'state'>) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  const common = { view, state };
  return (
    <>
      <Disclosure
        summary={t.more}
        open={'actions' in state.values || (state.values['followUpOn'] ?? '') !== ''}
      >
        <CheckboxGroup
          {...common}
          name="actions"
          label={b.actions}
          spread="columns"
          options={Object.entries(codes.actions).map(([value, text]) => ({
            value,
            label: text[view.lang],
          }))}
        />
        <DateField {...common} name="followUpOn" label={b.followUp} />
      </Disclosure>
      {door === 'visit' && <DateField {...common} name="day" label={t.day} hint={t.dayHint} />}
      <TextField
        {...common}
        name="startedAt"
        label={t.begin}
        hint={t.timeHint}
        value={startedAt}
        width="short"
        autocomplete="off"
      />
      <TextField
        {...common}
        name="endedAt"
        label={t.end}
        hint={t.timeHint}
        width="short"
        autocomplete="off"
      />
    </>
  );
}

/** The same until it is saved: a form that comes back is still the same talk. */
function keyOf({ values }: FormState): string {
  const typed = values['key'];
  return typeof typed === 'string' && typed ? typed : crypto.randomUUID();
}

/** Options begin with their number, so that one key chooses. */
function NumberedSelect({
  view,
  state,
  name,
  label,
}: {
  view: View;
  state: FormState;
  name: CodeField;
  label: string;
}) {
  return (
    <SelectField
      view={view}
      state={state}
      name={name}
      label={label}
      empty={boardWords[view.lang].notSaid}
      options={Object.entries(codes[name]).map(([value, text], at) => ({
        value,
        label: `${at + 1} ${text[view.lang]}`,
      }))}
    />
  );
}

function WorryList({ view }: { view: View }) {
  return (
    <section aria-labelledby="worry-list">
      <h2 id="worry-list">{words[view.lang].list}</h2>
      <ol>
        {worryTerms.map(({ name }) => (
          <li>{name[view.lang]}</li>
        ))}
      </ol>
    </section>
  );
}
