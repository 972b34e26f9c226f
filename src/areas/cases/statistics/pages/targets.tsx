import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { NumberField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { statisticsPaths } from '../../paths.ts';
import type { ShownTarget } from '../read.ts';
import { rates, targetFigures } from '../rules.ts';
import { words } from '../words.ts';

interface TargetsProps {
  readonly view: View;
  readonly state: FormState;
  readonly fiscalYear: number;
  readonly targets: readonly Omit<ShownTarget, 'reached'>[];
}

/** 目安値 of a fiscal year, as the state gives them. */
export function TargetsPage({ view, state, fiscalYear, targets }: TargetsProps) {
  const t = words[view.lang];
  const year = String(fiscalYear);
  return (
    <StaffFrame view={view} title={`${t.targetsTitle} ${year}`} problems={state.problems}>
      <PageHead title={t.targetsTitle} kicker={fiscalYearName(view.lang, fiscalYear)} lead={t.targetsHelp} />
      <Form action={view.href(statisticsPaths.targets.to({ year }))}>
        {targetFigures.map((figure) => {
          const held = targets.find((target) => target.figure === figure);
          return (
            <NumberField
              view={view}
              state={state}
              name={figure}
              label={t.targetNames[figure]}
              unit={rates.includes(figure) ? '%' : t.perMonth}
              value={held ? String(held.value) : ''}
              {...(held && !held.verified ? { hint: t.unverified } : {})}
            />
          );
        })}
        <TextField
          view={view}
          state={state}
          name="source"
          label={t.source}
          hint={t.sourceHint}
          width="full"
          value={targets.find(({ source }) => source)?.source ?? ''}
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(statisticsPaths.year.to({}, { year }))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
