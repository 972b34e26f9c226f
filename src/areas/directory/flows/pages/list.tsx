import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { DataTable } from '#ui/table.tsx';
import type { DeskRule } from '../../navigator/flow.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import type { FlowPart } from '../items.ts';
import { itemWords } from '../item-words.ts';
import { conditionLines, factsOf, referenceText } from '../say.ts';
import type { Editing, Outcome } from '../surroundings.ts';
import { words } from '../words.ts';
import { FlowFrame } from './frame.tsx';
import { ReachLine, SituationTable } from './situations.tsx';

interface ListProps extends Editing {
  readonly view: View;
  readonly problems: readonly Problem[];
  readonly part: FlowPart;
  readonly outcomes: readonly Outcome[];
}

/** One of the lists of a flow. */
export function FlowListPage(props: ListProps) {
  const { view, flow, part } = props;
  const t = words[view.lang];
  return (
    <FlowFrame
      view={view}
      title={t.parts[part]}
      lead={t.partLeads[part]}
      current={part}
      flow={flow}
      problems={props.problems}
      actions={
        <ButtonLink href={view.href(staffDirectoryPaths.navigatorItem.to({ part, at: 'new' }))}>
          {t.add[part]}
        </ButtonLink>
      }
    >
      <ReachLine view={view} outcomes={props.outcomes} />
      <div class="section">
        {part === 'situations' && <SituationTable {...props} />}
        {part === 'questions' && <QuestionTable {...props} />}
        {part === 'topics' && <TopicTable {...props} />}
        {(part === 'desks' || part === 'beside') && <RuleTable {...props} rules={flow[part]} />}
      </div>
    </FlowFrame>
  );
}

function ItemLink({ view, part, at, label }: { view: View; part: FlowPart; at: number; label: string }) {
  return <a href={view.href(staffDirectoryPaths.navigatorItem.to({ part, at: String(at) }))}>{label}</a>;
}

function Up({ view, part, revision, at }: ListProps & { at: number }) {
  if (at === 0) return null;
  return (
    <ActionForm
      action={view.href(staffDirectoryPaths.navigatorItemUp.to({ part, at: String(at) }))}
      fields={{ revision }}
      small
      kind="quiet"
    >
      ↑ {words[view.lang].up}
    </ActionForm>
  );
}

function QuestionTable(props: ListProps) {
  const { view, flow } = props;
  const t = words[view.lang];
  const i = itemWords[view.lang];
  const facts = factsOf(flow, props, view.lang);
  return (
    <DataTable
      view={view}
      caption={t.parts.questions}
      captionHidden
      stacked
      columns={[
        { key: 'ask', label: i.asks, head: true },
        { key: 'kind', label: i.kind },
        { key: 'options', label: i.options },
        { key: 'when', label: i.condition },
        { key: 'up', label: t.act },
      ]}
      rows={flow.questions.map(({ ask, kind, options, when }, at) => ({
        ask: <ItemLink view={view} part="questions" at={at} label={ask.ja} />,
        kind: i.kinds[kind],
        options: options?.map(({ label }) => label.ja).join('・'),
        when: conditionLines(when, facts, view.lang).join('／') || i.always,
        up: <Up {...props} at={at} />,
      }))}
    />
  );
}

function TopicTable(props: ListProps) {
  const { view, flow } = props;
  const t = words[view.lang];
  const i = itemWords[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.parts.topics}
      captionHidden
      stacked
      columns={[
        { key: 'label', label: i.label, head: true },
        { key: 'now', label: i.now },
        { key: 'crisis', label: i.facts.crisis },
        { key: 'up', label: t.act },
      ]}
      rows={flow.topics.map(({ label, now, crisis }, at) => ({
        label: <ItemLink view={view} part="topics" at={at} label={label.ja} />,
        now: now.map((each) => referenceText(each, props, view.lang)).join('、'),
        crisis: crisis && i.crises[crisis.kind],
        up: <Up {...props} at={at} />,
      }))}
    />
  );
}

function RuleTable(props: ListProps & { rules: readonly DeskRule[] }) {
  const { view, flow, part, rules } = props;
  const t = words[view.lang];
  const i = itemWords[view.lang];
  const facts = factsOf(flow, props, view.lang);
  return (
    <DataTable
      view={view}
      caption={t.parts[part]}
      captionHidden
      stacked
      columns={[
        { key: 'desk', label: i.desk, head: true },
        { key: 'when', label: i.condition },
        { key: 'why', label: i.why },
        { key: 'up', label: t.act },
      ]}
      rows={rules.map(({ desk, when, why }, at) => ({
        desk: <ItemLink view={view} part={part} at={at} label={referenceText(desk, props, view.lang)} />,
        when: conditionLines(when, facts, view.lang).join('／') || i.always,
        why: why.ja,
        up: <Up {...props} at={at} />,
      }))}
    />
  );
}
