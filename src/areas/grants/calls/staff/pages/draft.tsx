import { dayName, tokyoDay } from '#platform/dates.ts';
import { Disclosure, Notice, StatusTag } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { Row, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { callStaffPaths } from '../../../paths.ts';
import { type Flaw, flawsOf, sectionsOf } from '../../checks/rules.ts';
import { sectionWords } from '../../checks/section-words.ts';
import { flawText } from '../../checks/words.ts';
import { partHref } from '../part-href.ts';
import { words } from '../words.ts';
import type { CallProps } from './call.tsx';

type DraftProps = CallProps & { readonly draft: NonNullable<CallProps['draft']> };

/** What is being written, what is wrong with it, and where it goes next. */
export function DraftSection(props: DraftProps) {
  const { view, call, draft, may } = props;
  const t = words[view.lang];
  const flaws = flawsOf(draft.terms, call.shape);
  const { id: callId } = call;
  return (
    <Section
      title={t.draft(draft.version)}
      actions={
        <ButtonLink kind="secondary" href={view.href(callStaffPaths.preview.to({ callId }))}>
          {t.previewLink}
        </ButtonLink>
      }
    >
      {draft.returnReason && !draft.proposedAt && (
        <Notice view={view} tone="warn" title={t.returnReason}>
          <TypedText text={draft.returnReason} />
        </Notice>
      )}
      {!draft.proposedAt && <Parts {...props} flaws={flaws} />}
      {flaws.length > 0 ? <Flaws {...props} flaws={flaws} /> : <p>{t.noFlaws}</p>}
      {draft.proposedAt ? <Proposed {...props} /> : may.edit && flaws.length === 0 && <Propose {...props} />}
      {may.edit && !draft.proposedAt && (
        <Disclosure summary={t.discard}>
          <p>{t.discardLead}</p>
          <ActionForm action={view.href(callStaffPaths.discard.to({ callId }))} kind="danger">
            {t.discard}
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  );
}

function Parts({ view, call, draft, may, flaws }: DraftProps & { flaws: readonly Flaw[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.parts}
      captionHidden
      columns={[
        { key: 'part', label: t.parts, head: true },
        { key: 'state', label: t.state },
      ]}
      rows={sectionsOf(draft.terms).map((part) => {
        const wrong = flaws.filter(({ section }) => section === part).length;
        return {
          part: may.edit ? (
            <a href={view.href(partHref(call.id, part))}>{sectionWords[view.lang][part]}</a>
          ) : (
            sectionWords[view.lang][part]
          ),
          state: (
            <StatusTag tone={wrong > 0 ? 'warn' : 'good'}>{wrong > 0 ? t.toDo(wrong) : t.ready}</StatusTag>
          ),
        };
      })}
    />
  );
}

function Flaws({ view, call, may, flaws }: DraftProps & { flaws: readonly Flaw[] }) {
  const t = words[view.lang];
  return (
    <>
      <h3>{t.flawsTitle}</h3>
      <ul>
        {flaws.map((flaw) => (
          <li>
            {may.edit ? (
              <a href={view.href(partHref(call.id, flaw.section))}>{sectionWords[view.lang][flaw.section]}</a>
            ) : (
              sectionWords[view.lang][flaw.section]
            )}
            {view.lang === 'ja' ? '：' : ': '}
            {flawText(view.lang, flaw)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Propose({ view, state, call, draft }: DraftProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form action={view.href(callStaffPaths.propose.to({ callId: call.id }))} label={t.propose}>
      <HiddenField name="revision" value={draft.revision} />
      <p>{t.proposeLead}</p>
      {draft.version > 1 && (
        <>
          <TextArea {...common} name="note" label={t.note} hint={t.noteHint} required rows={2} />
          <TextField {...common} name="noteEn" label={t.noteEn} width="full" />
        </>
      )}
      <Actions>
        <SubmitButton>{t.propose}</SubmitButton>
      </Actions>
    </Form>
  );
}

function Proposed({ view, state, call, draft, may }: DraftProps) {
  const t = words[view.lang];
  const { id: callId } = call;
  const on = draft.proposedAt ? dayName(view.lang, tokyoDay(draft.proposedAt)) : '';
  return (
    <>
      <p>{t.proposed(draft.proposedByName ?? t.system, on)}</p>
      {draft.note.ja && <TypedText text={draft.note.ja} />}
      <Row>
        {may.decide && (
          <ActionForm
            action={view.href(callStaffPaths.publish.to({ callId }))}
            fields={{ revision: draft.revision }}
            kind="primary"
          >
            {t.publish}
          </ActionForm>
        )}
        {may.edit && (
          <ActionForm action={view.href(callStaffPaths.takeBack.to({ callId }))}>{t.takeBack}</ActionForm>
        )}
      </Row>
      {may.publish && <p class="hint">{may.decide ? t.publishLead : t.ownWork}</p>}
      {may.publish && (
        <Disclosure summary={t.return} open={state.values.reason !== undefined}>
          <Form action={view.href(callStaffPaths.return.to({ callId }))}>
            <TextArea view={view} state={state} name="reason" label={t.reason} required rows={3} />
            <Actions>
              <SubmitButton kind="secondary">{t.return}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </>
  );
}
