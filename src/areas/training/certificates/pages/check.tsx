import { dayName, tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { trainingPaths } from '../../paths.ts';
import { titleOf } from '../../sessions/pages/lines.tsx';
import { type CertificateStanding, lastDayOf, standingOf } from '../rules.ts';
import type { CertificateOf } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<CertificateStanding, Tone> = { valid: 'good', expired: 'warn', revoked: 'bad' };

export function CheckFormPage({ view, unknown }: { view: View; unknown: boolean }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.checkTitle}>
      <PageHead title={t.checkTitle} lead={<p>{t.checkLead}</p>} />
      {unknown && (
        <Notice view={view} tone="warn">
          <p>{t.unknown}</p>
        </Notice>
      )}
      <Form method="get" action={trainingPaths.check.to({})}>
        {view.lang !== 'ja' && <input type="hidden" name="lang" value={view.lang} />}
        <TextField
          view={view}
          name="number"
          label={t.number}
          hint={t.numberHint}
          autocomplete="off"
          required
        />
        <SubmitButton>{t.check}</SubmitButton>
      </Form>
    </PublicFrame>
  );
}

interface CheckProps {
  readonly view: View;
  readonly found: CertificateOf;
  readonly giver: string;
  readonly now: Date;
}

/** What anybody may know of a certificate whose number they have. */
export function CheckedPage({ view, found: { certificate, course }, giver, now }: CheckProps) {
  const t = words[view.lang];
  const standing = standingOf(certificate, now);
  const until = certificate.validUntil
    ? t.to(dayName(view.lang, lastDayOf(certificate.validUntil)))
    : t.lasting;
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead
        title={certificate.number}
        kicker={t.title}
        tags={<StatusTag tone={tones[standing]}>{t.standings[standing]}</StatusTag>}
      />
      <DefinitionList
        items={[
          { term: t.holder, value: certificate.initial ? `${certificate.initial}＊＊＊` : t.erased },
          { term: t.course, value: titleOf(view, course) },
          { term: t.giver, value: giver },
          { term: t.issued, value: dayName(view.lang, tokyoDay(certificate.issuedAt)) },
          { term: t.until, value: until },
        ]}
      />
      <p class="hint">{t.holderHint}</p>
      <ButtonLink kind="secondary" href={view.href(trainingPaths.check.to({}))}>
        {t.again}
      </ButtonLink>
    </PublicFrame>
  );
}
