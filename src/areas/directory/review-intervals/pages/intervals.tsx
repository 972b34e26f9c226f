import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { NumberField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { serviceKinds } from '../../services/content.ts';
import { cardWords } from '../../services/pages/card-words.ts';
import type { ReviewDays } from '../../services/rules.ts';
import { directoryTrail } from '../../trail.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import { words } from '../words.ts';

export function IntervalsPage({ view, state, days }: { view: View; state: FormState; days: ReviewDays }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.title} />}
      />
      <AreaTabs view={view} current="intervals" keeper />
      <Form action={view.href(staffDirectoryPaths.reviewIntervals.to({}))} label={t.title}>
        {serviceKinds.map((kind) => (
          <NumberField
            view={view}
            state={state}
            name={kind}
            label={t.of(cardWords[view.lang].kind[kind])}
            unit={t.unit}
            value={days[kind]}
            required
          />
        ))}
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
