import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Card, DefinitionList, StatusTag, type Tone } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { ownPagePaths } from '../../paths.ts';
import type { FieldClass } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import type { OwnConsent, OwnPage } from '../read.ts';
import { words } from '../words.ts';

const tones: Record<OwnConsent['state'], Tone> = { open: 'good', over: 'neutral', withdrawn: 'bad' };

/** Each consent, what was told on it, and the way to take it back; what was opened in an emergency. */
export function Shared({ view, page }: { view: View; page: OwnPage }) {
  const t = words[view.lang];
  return (
    <>
      {page.consents.length === 0 && <p>{t.noConsents}</p>}
      {page.consents.map((consent) => (
        <ConsentCard view={view} consent={consent} />
      ))}
      {page.urgencies.map(({ on, by }) => (
        <p>{t.urgent(dayName(view.lang, on), by)}</p>
      ))}
    </>
  );
}

function ConsentCard({ view, consent }: { view: View; consent: OwnConsent }) {
  const t = words[view.lang];
  const { lang } = view;
  return (
    <Card
      title={consent.to}
      tags={<StatusTag tone={tones[consent.state]}>{t.states[consent.state]}</StatusTag>}
    >
      <DefinitionList
        items={[
          {
            term: t.classes,
            value: consent.classes.map((each) => classWords[lang][each as FieldClass]).join('、'),
          },
          { term: t.purpose, value: consent.purpose },
          { term: t.given, value: dayName(lang, consent.givenOn) },
          { term: t.till, value: consent.untilOn ? dayName(lang, consent.untilOn) : '' },
        ].filter(({ value }) => value !== '')}
      />
      {consent.referrals.length > 0 && (
        <>
          <h4>{t.referrals}</h4>
          <ul>
            {consent.referrals.map(({ to, state, on }) => (
              <li>
                {dayName(lang, on)} {to}：{t.referralStates[state as keyof typeof t.referralStates]}
              </li>
            ))}
          </ul>
        </>
      )}
      {consent.state === 'open' && (
        <p>
          <ButtonLink kind="secondary" href={view.href(ownPagePaths.consent.to({ basisId: consent.id }))}>
            {t.withdraw}
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
