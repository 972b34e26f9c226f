import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Section } from '#ui/layout.tsx';
import { referralPaths } from '../../paths.ts';
import type { ReferralMove } from '../rules.ts';
import type { Referral } from '../store.ts';
import type { ReferralStep } from '../told.ts';
import { words } from '../words.ts';
import { StateTag } from './boxes.tsx';

/** What happened so far, by whom and why. */
export function History({ view, steps }: { view: View; steps: readonly ReferralStep[] }) {
  const t = words[view.lang];
  if (steps.length === 0) return null;
  return (
    <Section title={t.steps}>
      <ol>
        {steps.map((step) => (
          <li>
            <time datetime={step.at.toISOString()}>{tokyoMinute(step.at)}</time>{' '}
            {t.moved[step.move as ReferralMove]}（
            {[t.by[step.by as keyof typeof t.by], step.name].filter(Boolean).join('・')}）
            {step.reason && t.reasons[step.reason as keyof typeof t.reasons]}
            {step.said && <q>{step.said}</q>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

export interface ChainLink {
  readonly referral: Referral;
  readonly from: string;
  readonly to: string;
}

/** Who sent whom, in order; of what a receiver passed on, the state and nothing else. */
export function Chain({
  view,
  links,
  current,
}: {
  view: View;
  links: readonly ChainLink[];
  current: string;
}) {
  const t = words[view.lang];
  if (links.length < 2) return null;
  return (
    <Section title={t.chain}>
      <ol>
        {links.map(({ referral, from, to }) => (
          <li>
            {referral.id === current ? (
              <b>{t.fromTo(from, to)}</b>
            ) : (
              <a href={view.href(referralPaths.referral.to({ referralId: referral.id }))}>
                {t.fromTo(from, to)}
              </a>
            )}{' '}
            <StateTag view={view} state={referral.state} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
