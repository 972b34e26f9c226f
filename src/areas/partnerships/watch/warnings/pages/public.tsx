import { dayName, tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Card, Notice } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { nameIn } from '../../../members/shown.ts';
import { watchPaths } from '../../../paths.ts';
import type { Network } from '../../store.ts';
import { words as watchWords } from '../../words.ts';
import type { Warning } from '../store.ts';
import { words } from '../words.ts';

/** What is out, for everybody or for a member (by their own link, where it can be said that it was read). */
export function WarningSection({
  view,
  warnings,
  hrefOf,
}: {
  view: View;
  warnings: readonly Warning[];
  hrefOf: (warningId: string) => string;
}) {
  const t = words[view.lang];
  return (
    <Section title={t.title} id="warnings">
      {warnings.length === 0 && <p>{t.nonePublic}</p>}
      <Grid>
        {warnings.map((warning) => (
          <Card title={warning.title} href={view.href(hrefOf(warning.id))} tone="warn">
            {warning.sentAt && <p class="hint">{dayName(view.lang, tokyoDay(warning.sentAt))}</p>}
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

interface WarningProps {
  readonly view: View;
  readonly network: Network;
  readonly warning: Warning;
  /** Of a member's link: where it is said that it was read, unless it was. */
  readonly member?: { readonly token: string; readonly read: boolean };
}

/** As it is read, and as it is printed and hung up. */
export function WarningPage({ view, network, warning, member }: WarningProps) {
  const t = words[view.lang];
  const home = member
    ? { href: view.href(watchPaths.member.to({ token: member.token })), label: t.back }
    : {
        href: view.href(watchPaths.network.to({ code: network.code })),
        label: watchWords[view.lang].networkTitle(nameIn(view.lang, network)),
      };
  return (
    <PublicFrame view={view} title={warning.title} islands={['share']}>
      <PageHead
        title={warning.title}
        kicker={warning.sentAt && t.sentOn(dayName(view.lang, tokyoDay(warning.sentAt)))}
        actions={<PrintButton label={t.print} />}
        breadcrumbs={<Breadcrumbs view={view} items={[home]} current={t.title} />}
      />
      <TypedText text={warning.body} />
      <Section title={t.advice}>
        <TypedText text={warning.advice} />
      </Section>
      {member?.read && (
        <Notice view={view} tone="good">
          <p>{t.thanks}</p>
        </Notice>
      )}
      {member && !member.read && (
        <ActionForm
          action={view.href(watchPaths.readWarning.to({ token: member.token, warningId: warning.id }))}
          kind="primary"
        >
          {t.read}
        </ActionForm>
      )}
    </PublicFrame>
  );
}
