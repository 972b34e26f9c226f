import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DateField, HiddenField, YenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Returns } from '../../awards/pages/returns.tsx';
import { words } from '../../awards/words.ts';
import { settlementPaths } from '../../paths.ts';
import type { ShownReturn } from '../returns/shown.ts';

export interface ReturnsPageProps {
  readonly view: View;
  readonly state: FormState;
  /** The return whose form was refused. */
  readonly tried: string;
  readonly today: string;
  readonly awards: readonly { readonly number: string; readonly returns: readonly ShownReturn[] }[];
}

/** For accountants: everything that is to come back, each with what it comes to today, and a form for what came. */
export function ReturnsPage({ view, state, tried, today, awards }: ReturnsPageProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.returnsTitle} problems={state.problems}>
      <PageHead title={t.returnsTitle} lead={t.returnsLead} />
      {awards.length === 0 && <p>{t.returnsNone}</p>}
      {awards.map(({ number, returns }) => (
        <Section title={number}>
          <Returns
            view={view}
            returns={returns}
            below={({ row, due, refunds }) => (
              <Form
                action={view.href(settlementPaths.refund.to({ returnId: row.id }))}
                label={`${t.refund}　${number}`}
              >
                <HiddenField name="seen" value={refunds.length} />
                <YenField
                  view={view}
                  state={tried === row.id ? state : emptyForm}
                  name={`yen-${row.id}`}
                  label={t.refundYen}
                  value={due.total}
                  required
                />
                <DateField
                  view={view}
                  state={tried === row.id ? state : emptyForm}
                  name={`on-${row.id}`}
                  label={t.refundOn}
                  value={today}
                  max={today}
                  required
                />
                <Actions>
                  <SubmitButton>{t.refund}</SubmitButton>
                </Actions>
              </Form>
            )}
          />
        </Section>
      ))}
    </StaffFrame>
  );
}
