import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { BeforeAfter } from '#ui/charts/before-after.tsx';
import { EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { DateField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Thread } from '#ui/thread.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { recordPaths } from '../../paths.ts';
import { type Domain, domains, scale } from '../codes.ts';
import { type Change, changeOf, firstAndLast } from '../rules.ts';
import type { AskedScale } from '../store.ts';
import { words } from '../words.ts';

export type ShownScale = AskedScale & { readonly remark: string };

interface ScaleProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly scales: readonly ShownScale[];
  readonly at: 'intake' | 'review';
  readonly mayWrite: boolean;
  readonly today: string;
}

export function ScalePage(props: ScaleProps) {
  const { view, state, caseFile, scales, mayWrite } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      {scales.length > 1 && (
        <>
          <BeforeAfter
            view={view}
            id="scale"
            title={t.chart}
            unit={t.stage}
            names={[t.first, t.last]}
            table="folded"
            changes={domains.flatMap((domain) => {
              const { before, after } = firstAndLast(scales, domain);
              const label = scale[domain].name[view.lang];
              return before === undefined ? [] : [{ label, before, after: after ?? null }];
            })}
          />
          <ChangeTable view={view} scales={scales} />
        </>
      )}
      {mayWrite && <AskForm {...props} />}
      {scales.length === 0 && !mayWrite && <EmptyState title={t.none} />}
      {scales.length > 0 && <History view={view} scales={scales} />}
    </StaffFrame>
  );
}

const tones: Record<Change, Tone> = { better: 'good', same: 'neutral', worse: 'warn', unknown: 'neutral' };

function stageName(view: View, domain: Domain, stage: number | undefined): string {
  const found = stage === undefined ? undefined : scale[domain].stages[stage - 1];
  return found ? found[view.lang] : words[view.lang].notAsked;
}

/** First and now in words, domain by domain. */
export function ChangeTable({ view, scales }: { view: View; scales: readonly AskedScale[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      stacked
      columns={[
        { key: 'domain', label: t.byDomain, head: true },
        { key: 'first', label: t.first },
        { key: 'last', label: t.last },
        { key: 'change', label: t.change },
      ]}
      rows={domains.map((domain) => {
        const { before, after } = firstAndLast(scales, domain);
        const change = changeOf(before, after);
        return {
          domain: scale[domain].name[view.lang],
          first: stageName(view, domain, before),
          last: after === undefined ? '' : stageName(view, domain, after),
          change: change === 'unknown' ? '' : <StatusTag tone={tones[change]}>{t.changes[change]}</StatusTag>,
        };
      })}
    />
  );
}

function AskForm({ view, state, caseFile, at, today }: ScaleProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.ask}>
      <Form action={view.href(recordPaths.scale.to({ caseId: caseFile.id }))} label={t.ask}>
        {domains.map((domain) => (
          <RadioGroup
            {...common}
            name={domain}
            label={scale[domain].name[view.lang]}
            value=""
            options={[
              ...scale[domain].stages.map((stage, index) => ({
                value: String(index + 1),
                label: stage[view.lang],
              })),
              { value: '', label: t.notAsked },
            ]}
          />
        ))}
        <RadioGroup
          {...common}
          name="with"
          label={t.with}
          spread="line"
          value="person"
          options={[
            { value: 'person', label: t.with },
            { value: 'worker', label: t.withNot },
          ]}
        />
        <RadioGroup
          {...common}
          name="at"
          label={t.at}
          spread="line"
          value={at}
          options={(['intake', 'review'] as const).map((value) => ({ value, label: t.ats[value] }))}
        />
        <DateField {...common} name="askedOn" label={t.on} value={today} max={today} required />
        <TextArea {...common} name="remark" label={t.remark} rows={3} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function History({ view, scales }: { view: View; scales: readonly ShownScale[] }) {
  const t = words[view.lang];
  return (
    <Section title={t.history}>
      <Thread
        label={t.history}
        entries={[...scales].reverse().map((asked) => ({
          by: t.ats[asked.at === 'review' ? 'review' : 'intake'],
          title: asked.withPerson ? t.with : t.withNot,
          when: dayName(view.lang, asked.askedOn),
          at: asked.askedOn,
          body: (
            <>
              <ul>
                {domains
                  .filter((domain) => asked.stages[domain] !== undefined)
                  .map((domain) => (
                    <li>
                      {scale[domain].name[view.lang]}：{stageName(view, domain, asked.stages[domain])}
                    </li>
                  ))}
              </ul>
              {asked.remark && <TypedText text={asked.remark} />}
            </>
          ),
        }))}
      />
    </Section>
  );
}
