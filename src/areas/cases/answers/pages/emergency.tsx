import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { answerPaths, recordPaths, referralPaths } from '../../paths.ts';
import type { Emergency } from '../emergency.ts';
import { words } from '../words.ts';

/** Before every other step: food, a bed and safety, what has been done about them, and the ways to do it now. */
export function EmergencyPanel({
  view,
  caseId,
  emergency,
  mayRecord,
  mayCarry,
}: {
  view: View;
  caseId: string;
  emergency: Emergency | undefined;
  mayRecord: boolean;
  mayCarry: boolean;
}) {
  if (!emergency) return null;
  const t = words[view.lang].emergency;
  const { helped } = emergency;
  return (
    <Section title={t.title} lead={t.lead}>
      <p>
        {helped.length > 0 ? (
          t.helped(helped.join(view.lang === 'ja' ? '、' : ', '))
        ) : (
          <StatusTag tone="bad">{t.nothing}</StatusTag>
        )}
      </p>
      <Actions>
        {mayRecord && <ButtonLink href={view.href(recordPaths.new.to({ caseId }))}>{t.record}</ButtonLink>}
        {mayCarry && (
          <>
            <ButtonLink kind="secondary" href={view.href(referralPaths.choose.to({ caseId }))}>
              {t.refer}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(answerPaths.form.to({ caseId, form: 'intake' }))}>
              {t.used}
            </ButtonLink>
          </>
        )}
      </Actions>
    </Section>
  );
}
