import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame, StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { PrintButton, Sheet, SheetBoxes } from '#ui/sheet.tsx';
import { staffTrainingPaths, trainingPaths } from '../../paths.ts';
import { titleOf } from '../../sessions/pages/lines.tsx';
import { lastDayOf, standingOf } from '../rules.ts';
import type { CertificateOf } from '../store.ts';
import { words } from '../words.ts';

interface PaperProps {
  readonly view: View;
  readonly state: FormState;
  readonly found: CertificateOf;
  /** Undefined once it was erased. */
  readonly holder: string | undefined;
  readonly giver: string;
  readonly publicUrl: string;
  readonly signedIn: boolean;
  readonly mayRevoke: boolean;
  readonly now: Date;
}

/** The certificate on A4, for its holder and whoever keeps the course. */
export function CertificatePage(props: PaperProps) {
  const { view, state, found, signedIn, mayRevoke, now } = props;
  const t = words[view.lang];
  const standing = standingOf(found.certificate, now);
  const body = (
    <>
      <PageHead
        title={t.title}
        kicker={titleOf(view, found.course)}
        actions={<PrintButton label={t.print} />}
      />
      {standing !== 'valid' && <Notice view={view} tone="warn" title={t.standings[standing]} />}
      <Paper {...props} />
      {mayRevoke && !found.certificate.revokedAt && (
        <Section title={t.revoke} lead={t.revokeLead}>
          <Form action={view.href(staffTrainingPaths.revoke.to({ certificateId: found.certificate.id }))}>
            <TextField view={view} state={state} name="reason" label={t.reason} required />
            <SubmitButton kind="danger">{t.revoke}</SubmitButton>
          </Form>
        </Section>
      )}
    </>
  );
  return signedIn ? (
    <StaffFrame view={view} title={t.title} problems={state.problems} islands={['share']}>
      {body}
    </StaffFrame>
  ) : (
    <PublicFrame paper view={view} title={t.title} islands={['share']}>
      {body}
    </PublicFrame>
  );
}

function Paper({ view, found: { certificate, course }, holder, giver, publicUrl }: PaperProps) {
  const t = words[view.lang];
  const until = certificate.validUntil
    ? t.to(dayName(view.lang, lastDayOf(certificate.validUntil)))
    : t.lasting;
  const check = trainingPaths.certificate.to({ number: certificate.number });
  return (
    <Sheet number={certificate.number} title={t.title}>
      <SheetBoxes
        title={t.sheetText}
        boxes={[
          { label: t.holder, value: holder ?? t.erased, wide: true },
          { label: t.course, value: titleOf(view, course), wide: true },
          { label: t.issued, value: dayName(view.lang, tokyoDay(certificate.issuedAt)) },
          { label: t.until, value: until },
          { label: t.giver, value: giver, wide: true },
          {
            label: t.checkAt,
            value: (
              <a href={view.href(check)}>
                {publicUrl}
                {check}
              </a>
            ),
            wide: true,
          },
        ]}
      />
    </Sheet>
  );
}
