import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, StatusTag } from '#ui/content.tsx';
import type { OwnPage, OwnPlan } from '../read.ts';
import { words } from '../words.ts';

/** My plan, in the words in which I agreed to it. */
export function PlanPart({ view, page }: { view: View; page: OwnPage }) {
  const t = words[view.lang];
  const { plan } = page;
  if (!plan) return <p>{t.noPlan}</p>;
  return (
    <>
      <DefinitionList
        items={[
          { term: t.longGoal, value: plan.longGoal },
          { term: t.goal, value: plan.goal },
          { term: t.period, value: periodOf(view, plan) },
          { term: t.monitor, value: plan.monitorOn ? dayName(view.lang, plan.monitorOn) : '' },
        ].filter(({ value }) => value !== '')}
      />
      <h3>{t.steps}</h3>
      <ul>
        {plan.steps.map(({ bearer, related: by, what, note, doneOn }) => (
          <li>
            <b>{bearerName(view, page, { bearer, by })}</b>：{what} {note}{' '}
            {doneOn && <StatusTag tone="good">{t.done}</StatusTag>}
          </li>
        ))}
      </ul>
      {plan.more && <p class="hint">{t.more}</p>}
    </>
  );
}

function bearerName(
  { lang }: View,
  { organisation }: OwnPage,
  { bearer, by }: { bearer: string; by: string },
): string {
  const t = words[lang];
  if (bearer === 'own') return organisation;
  return by || t.bearers[bearer as keyof typeof t.bearers] || bearer;
}

function periodOf({ lang }: View, { startsOn, endsOn }: OwnPlan): string {
  const t = words[lang];
  if (!endsOn) return '';
  return startsOn
    ? t.between(dayName(lang, startsOn), dayName(lang, endsOn))
    : t.until(dayName(lang, endsOn));
}
