import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { fieldId, problemOf, valueOf } from '#ui/field-shell.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { packPaths, reviewPaths } from '../../paths.ts';
import type { Outcome } from '../rules.ts';
import type { ShownItem, ShownPack } from '../read.ts';
import { words } from '../words.ts';

/** 0.716 → 72 % */
export function percent(share: number | null): string {
  return share === null ? '' : `${Math.round(share * 100)}%`;
}

export function pointsOf(
  view: View,
  { mean, least, greatest, assessments }: Pick<ShownItem, 'mean' | 'least' | 'greatest' | 'assessments'>,
): string {
  const t = words[view.lang];
  if (mean === null || assessments === 0) return t.noPoints;
  return t.pointsOf(percent(mean), percent(least), percent(greatest), assessments);
}

function columnsOf(view: View) {
  const t = words[view.lang];
  return [
    { key: 'number', label: t.number, head: true },
    { key: 'group', label: t.group },
    { key: 'asked', label: t.asked, align: 'number' },
    { key: 'points', label: t.points },
    { key: 'proposal', label: t.proposal },
    { key: 'yen', label: t.proposedYen, align: 'number' },
    { key: 'reason', label: t.reason },
  ] as const;
}

function factsOf(view: View, item: ShownItem) {
  const t = words[view.lang];
  const { applicationId, number, name, askedYen, same, mean, least, greatest } = item;
  const apart = mean !== null && (greatest ?? 0) - (least ?? 0) >= 0.3;
  return {
    number: (
      <>
        <a href={view.href(reviewPaths.application.to({ applicationId }))}>{number}</a>
        {same && (
          <>
            <br />
            <Tag tone="warn">{t.sameSome}</Tag>
          </>
        )}
      </>
    ),
    group: name ?? t.person,
    asked: askedYen === null ? '' : yenFull(view.lang, askedYen),
    points: (
      <>
        {pointsOf(view, item)}
        {apart && (
          <>
            {' '}
            <Tag tone="warn">{t.apart}</Tag>
          </>
        )}
      </>
    ),
  };
}

/** As it is before the approver, or was decided. */
export function ItemsTable({ view, items }: { view: View; items: readonly ShownItem[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.items}
      captionHidden
      stacked
      columns={columnsOf(view)}
      rows={items.map((item) => ({
        ...factsOf(view, item),
        proposal: item.outcome
          ? t.outcomes[item.outcome as Outcome]
          : t.proposals[item.proposal as 'award' | 'refuse'],
        yen: item.proposal === 'award' ? yenFull(view.lang, item.proposedYen) : '',
        reason: item.reason && <TypedText text={item.reason} />,
      }))}
    />
  );
}

/** What the officer proposes: one row of fields for each application. */
export function ItemsForm({ view, state, shown }: { view: View; state: FormState; shown: ShownPack }) {
  const t = words[view.lang];
  const { pack, items } = shown;
  return (
    <Form action={view.href(packPaths.items.to({ packId: pack.id }))} label={t.items}>
      <HiddenField name="revision" value={pack.revision} />
      <DataTable
        view={view}
        caption={t.items}
        captionHidden
        stacked
        columns={columnsOf(view)}
        rows={items.map((item) => ({ ...factsOf(view, item), ...fieldsOf(view, state, item) }))}
      />
      <p class="hint">{t.reasonHint}</p>
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}

function fieldsOf(view: View, state: FormState, item: ShownItem) {
  const t = words[view.lang];
  const { applicationId: id, number } = item;
  const named = (label: string) => `${number} ${label}`;
  const field = (name: string, value: string) => ({
    id: fieldId(`${name}.${id}`),
    name: `${name}.${id}`,
    value: valueOf({ state, name: `${name}.${id}`, value }),
    'aria-invalid': problemOf({ state, name: `${name}.${id}` }) ? ('true' as const) : undefined,
  });
  const proposal = field('proposal', item.proposal);
  const { value: reason, ...reasonField } = field('reason', item.reason);
  return {
    proposal: (
      <select id={proposal.id} name={proposal.name} class="input" aria-label={named(t.proposal)}>
        {(['award', 'refuse', 'remove'] as const).map((each) => (
          <option value={each} selected={each === proposal.value}>
            {t.proposals[each]}
          </option>
        ))}
      </select>
    ),
    yen: (
      <input
        {...field('yen', item.proposal === 'award' ? String(item.proposedYen) : '')}
        class="input number"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        size={9}
        aria-label={named(t.proposedYen)}
      />
    ),
    reason: (
      <textarea {...reasonField} class="input full" rows={2} maxlength={2000} aria-label={named(t.reason)}>
        {`\n${reason}`}
      </textarea>
    ),
  };
}
