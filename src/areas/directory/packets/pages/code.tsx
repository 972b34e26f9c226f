import type { View } from '#platform/web/view.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import type { Holidays } from '../../hours/rules.ts';
import { Press, type Talk, TalkForm, TalkPage, viewIn } from '../../navigator/pages/talk.tsx';
import { navigatorPaths } from '../../paths.ts';
import { type CardService, ServiceCard } from '../../services/pages/card.tsx';
import { codeText } from '../rules.ts';
import { words } from '../words.ts';

interface CodeProps {
  readonly talk: Talk;
  readonly code: string;
  /** 11月28日 19:00 */
  readonly until: string;
  readonly desk: CardService | undefined;
  readonly now: Date;
  readonly holidays: Holidays;
}

/** The code, once; who to tell it to; and how to take the note back. */
export function CodePage({ talk, code, until, desk, now, holidays }: CodeProps) {
  const view = viewIn(talk.view, talk.language);
  const t = words[view.lang];
  return (
    <TalkPage talk={talk}>
      <PageHead title={t.made} lead={<p>{t.madeLead}</p>} />
      <p class="secret">{codeText(code)}</p>
      <ul class="promises">
        <li>{t.until(until)}</li>
        <li>{t.oneDesk}</li>
        <li>
          <b>{t.keep}</b>
        </li>
      </ul>
      {desk && (
        <Section title={t.say}>
          <ServiceCard view={view} service={desk} now={now} holidays={holidays} />
        </Section>
      )}
      <div class="presses">
        <TalkForm talk={talk}>
          <Press go="result">{t.back}</Press>
        </TalkForm>
        <form method="post" action={navigatorPaths.packet.to({})} class="form" autocomplete="off">
          <HiddenField name="code" value={code} />
          <Press go="withdraw" kind="quiet">
            {t.takeBackNow}
          </Press>
        </form>
      </div>
    </TalkPage>
  );
}

/** Whoever holds a code takes the note back, at any time. */
export function TakeBackPage({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.takeBack} lead={<p>{t.takeBackLead}</p>} />
      <form method="post" action={navigatorPaths.packet.to({})} class="form" autocomplete="off" novalidate>
        {view.lang !== 'ja' && <HiddenField name="speak" value={view.lang} />}
        <TextField view={view} state={state} name="code" label={t.code} autocomplete="off" maxlength={40} />
        <Press go="withdraw" kind="primary">
          {t.takeBackButton}
        </Press>
      </form>
    </PublicFrame>
  );
}

export function GonePage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead title={t.gone} lead={<p>{t.goneLead}</p>} />
      <p>
        <ButtonLink kind="secondary" href={view.href(navigatorPaths.start.to({}))}>
          {t.toNavigator}
        </ButtonLink>
      </p>
    </PublicFrame>
  );
}
