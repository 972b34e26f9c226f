import { dayName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Card, EmptyState, Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Pagination } from '#ui/wayfinding.tsx';
import type { CallTerms } from '../../calls/terms.ts';
import { benefitPaths } from '../../paths.ts';
import { numberOf, type Stage, states } from '../rules.ts';
import type { BenefitLine } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<Stage, Tone> = {
  asked: 'info',
  returned: 'warn',
  checked: 'info',
  decided: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
  cancelled: 'neutral',
  paid: 'warn',
  handed: 'info',
  settled: 'good',
};

export function StageTag({ view, stage }: { view: View; stage: Stage }) {
  return <StatusTag tone={tones[stage]}>{words[view.lang].states[stage]}</StatusTag>;
}

/** Why, in the words of the call. */
export function useName(view: View, terms: CallTerms, code: string): string {
  const found = terms.benefit?.uses.find((each) => each.code === code);
  return found ? contentIn(view.lang, found.label) : code;
}

export interface ShownBenefit extends BenefitLine {
  readonly stage: Stage;
}

export const pageSize = 50;

interface ListProps {
  readonly view: View;
  /** Open calls for which this person may ask. */
  readonly open: readonly { readonly callId: string; readonly terms: CallTerms; readonly closesOn: string }[];
  /** Calls that this person's office answers for. */
  readonly work: readonly { readonly callId: string; readonly terms: CallTerms; readonly year: number }[];
  readonly asks: boolean;
  /** Groups of this person that are paid and have not said where. */
  readonly withoutPayee: boolean;
  readonly keepsPayee: boolean;
  readonly benefits: readonly ShownBenefit[];
  readonly state: string;
  readonly page: number;
  readonly total: number;
}

export function ListPage(props: ListProps) {
  const { view, benefits, state, page, total, asks } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          props.keepsPayee && (
            <ButtonLink kind="secondary" href={view.href(benefitPaths.payee.to({}))}>
              {t.payee}
            </ButtonLink>
          )
        }
      />
      {props.withoutPayee && (
        <Notice view={view} tone="warn">
          <p>
            {t.payeeNone} <a href={view.href(benefitPaths.payee.to({}))}>{t.payee}</a>
          </p>
        </Notice>
      )}
      {asks && <OpenCalls {...props} />}
      {props.work.length > 0 && <Work {...props} />}
      <Section title={asks ? t.mine : t.all}>
        <Filter {...props} />
        {benefits.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <BenefitTable view={view} benefits={benefits} caption={asks ? t.mine : t.all} />
        )}
        <Pagination
          view={view}
          page={page}
          pageSize={pageSize}
          total={total}
          hrefOf={(number) => view.href(benefitPaths.list.to({}, { state, page: number }))}
        />
      </Section>
    </StaffFrame>
  );
}

function OpenCalls({ view, open }: ListProps) {
  const t = words[view.lang];
  return (
    <Section title={t.calls} lead={t.callsLead}>
      {open.length === 0 ? (
        <EmptyState title={t.noCalls} />
      ) : (
        <Grid>
          {open.map(({ callId, terms, closesOn }) => (
            <Card title={contentIn(view.lang, terms.name)}>
              <p>{contentIn(view.lang, terms.summary)}</p>
              <p>{t.until(dayName(view.lang, closesOn))}</p>
              <Actions>
                <ButtonLink href={view.href(benefitPaths.new.to({ callId }))}>
                  {t.ask}
                  <span class="vh">：{contentIn(view.lang, terms.name)}</span>
                </ButtonLink>
              </Actions>
            </Card>
          ))}
        </Grid>
      )}
    </Section>
  );
}

function Work({ view, work }: ListProps) {
  const t = words[view.lang];
  return (
    <Section title={t.work}>
      <ul>
        {work.map(({ callId, terms }) => (
          <li>
            <a href={view.href(benefitPaths.call.to({ callId }))}>{contentIn(view.lang, terms.name)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Filter({ view, state }: ListProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(benefitPaths.list.to({}))} method="get" inline label={t.stateFilter}>
      <SelectField
        view={view}
        name="state"
        label={t.stateFilter}
        value={state}
        empty={t.any}
        options={states.map((each) => ({ value: each, label: t.states[each] }))}
      />
      <SubmitButton kind="secondary">{t.show}</SubmitButton>
    </Form>
  );
}

export function BenefitTable({
  view,
  benefits,
  caption,
}: {
  view: View;
  benefits: readonly ShownBenefit[];
  caption: string;
}) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      stacked
      columns={[
        { key: 'number', label: t.number, head: true },
        { key: 'call', label: t.call },
        { key: 'group', label: t.group },
        { key: 'use', label: t.use },
        { key: 'yen', label: t.yen, unit: t.unitYen, align: 'number' },
        { key: 'state', label: t.state },
        { key: 'on', label: t.askedOn },
      ]}
      rows={benefits.map(({ benefit, organisation, terms, stage }) => ({
        number: (
          <a href={view.href(benefitPaths.benefit.to({ benefitId: benefit.id }))}>{numberOf(benefit)}</a>
        ),
        call: contentIn(view.lang, terms.name),
        group: organisation,
        use: useName(view, terms, benefit.use),
        yen: benefit.yen,
        state: <StageTag view={view} stage={stage} />,
        on: dayName(view.lang, benefit.askedOn),
      }))}
    />
  );
}
