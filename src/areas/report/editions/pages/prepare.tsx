import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Text } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths } from '../../paths.ts';
import type { EditionKind } from '../content.ts';
import { words } from '../words.ts';

interface PrepareProps {
  readonly view: View;
  readonly year: number;
  readonly kind: EditionKind;
  readonly included: number;
  readonly missing: readonly { readonly name: Text }[];
  readonly state: FormState;
}

/** Before a draft is made: what will be in it, and what not. */
export function PreparePage({ view, year, kind, included, missing, state }: PrepareProps) {
  const { lang } = view;
  const text = words[lang];
  const title = text.prepareTitle(fiscalYearName(lang, year), text.kinds[kind]);
  const home = view.href(staffReportPaths.home.to({}));
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        breadcrumbs={<Breadcrumbs view={view} items={[{ href: home, label: text.title }]} current={title} />}
        title={title}
        lead={<p>{text.prepareLead}</p>}
      />
      {kind === 'results' && (
        <DefinitionList
          items={[
            { term: text.included, value: text.count(formatNumber(lang, included)) },
            {
              term: text.missing,
              value: (
                <>
                  {text.count(formatNumber(lang, missing.length))}
                  {missing.length > 0 && (
                    <ul>
                      {missing.map(({ name }) => (
                        <li>{contentIn(lang, name)}</li>
                      ))}
                    </ul>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      <Form action={view.href(staffReportPaths.prepare.to({ year: String(year), kind }))}>
        <EditionFields view={view} state={state} askReason={missing.length > 0} />
        <Actions>
          <SubmitButton>{text.prepare}</SubmitButton>
          <ButtonLink kind="secondary" href={home}>
            {text.title}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

/** What a person says about an edition, beside what the programs area knows. */
export function EditionFields({
  view,
  state,
  askReason,
  note,
  reason,
}: {
  view: View;
  state?: FormState;
  askReason: boolean;
  note?: string;
  reason?: string;
}) {
  const text = words[view.lang];
  return (
    <>
      <TextArea
        view={view}
        state={state}
        name="note"
        label={text.note}
        hint={text.noteHint}
        value={note}
        rows={3}
      />
      {askReason && (
        <TextArea
          view={view}
          state={state}
          name="withoutReason"
          label={text.withoutReason}
          hint={text.withoutReasonHint}
          value={reason}
          rows={3}
        />
      )}
    </>
  );
}
