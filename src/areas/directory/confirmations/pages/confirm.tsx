import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Facts } from '../../entries/pages/facts.tsx';
import { HoursSection } from '../../entries/pages/hours.tsx';
import { Reach } from '../../entries/pages/reach.tsx';
import { Where } from '../../entries/pages/where.tsx';
import { FreshnessLine } from '../../freshness/pages/line.tsx';
import type { Holidays } from '../../hours/rules.ts';
import { hoursText } from '../../hours/sentences.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { confirmationPaths, findPaths } from '../../paths.ts';
import { capacityStates, type CapacityState } from '../../services/content.ts';
import type { Service } from '../../services/store.ts';
import { words } from '../words.ts';
import { MendForms } from './forms.tsx';

export interface ConfirmProps {
  readonly view: View;
  readonly state: FormState;
  readonly token: string;
  readonly service: Service;
  readonly expiresAt: Date;
  readonly now: Date;
  readonly holidays: Holidays;
  readonly places: readonly Municipality[];
  /** What was just done; empty on the first look. */
  readonly done: string;
  /** The part whose form has problems: it stands open. */
  readonly tried: string;
}

/** Behind a mailed link: an entry as everybody sees it, and the one button that most owners need. */
export function ConfirmPage(props: ConfirmProps) {
  const { view, state, service, now, token } = props;
  const { lang } = view;
  const t = words[lang];
  const owner = contentIn(lang, { ja: service.owner.nameJa, en: service.owner.nameEn });
  return (
    <PublicFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} kicker={contentIn(lang, service.content.name)} lead={t.lead(owner)} />
      <Done {...props} />
      <Actions>
        <ActionForm action={view.href(confirmationPaths.unchanged.to({ token }))} kind="primary">
          {t.unchanged}
        </ActionForm>
        <span class="hint">{t.unchangedHint}</span>
      </Actions>
      <Capacity {...props} />
      <Section title={t.shown}>
        <div class="card entry-page">
          <Reach {...props} />
          <HoursSection {...props} />
          <Facts {...props} />
          <Where {...props} />
        </div>
        <FreshnessLine
          view={view}
          entry={service}
          by={service.verifiedBy === service.organisationId ? owner : ''}
          today={tokyoDay(now)}
        />
        <p>
          <a href={view.href(findPaths.service.to({ id: service.id }))}>{t.publicPage}</a>
        </p>
      </Section>
      <MendForms {...props} />
      <p class="hint">{t.until(dayName(lang, tokyoDay(props.expiresAt)))}</p>
      <p class="hint">{t.wrongAddress}</p>
    </PublicFrame>
  );
}

function Done({ view, done, service }: ConfirmProps) {
  const t = words[view.lang];
  const said = t.done[done];
  if (!said) return null;
  const { hours } = service.content;
  return (
    <div role="status">
      <Notice view={view} tone="good">
        <p>{said}</p>
        {done === 'hours' && hours && <p>{t.understood(hoursText(view.lang, hours))}</p>}
      </Notice>
    </div>
  );
}

/** One press each; what is shown now is said before them. */
function Capacity({ view, token, service }: ConfirmProps) {
  const t = words[view.lang];
  const said = service.capacity as CapacityState | null;
  return (
    <Section title={t.capacity} lead={said ? t.capacityNow(t.capacityStates[said]) : t.capacityUnsaid}>
      <Actions>
        {capacityStates.map((capacity) => (
          <ActionForm
            action={view.href(confirmationPaths.capacity.to({ token }))}
            fields={{ capacity }}
            kind="secondary"
          >
            {t.capacityStates[capacity]}
          </ActionForm>
        ))}
      </Actions>
    </Section>
  );
}
