import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { paths } from '../../paths.ts';
import type { SessionRow } from '../../store.ts';
import { words } from '../words.ts';

interface SessionProps {
  readonly view: View;
  readonly sessions: readonly SessionRow[];
  /** The session that looks. */
  readonly sessionId: string;
}

export function SessionSection({ view, sessions, sessionId }: SessionProps) {
  const t = words[view.lang];
  return (
    <Section title={t.sessions} lead={t.sessionsLead}>
      <DataTable
        view={view}
        caption={t.sessions}
        captionHidden
        columns={[
          { key: 'device', label: t.device, head: true },
          { key: 'since', label: t.since },
          { key: 'seen', label: t.seen },
          { key: 'act', label: t.act },
        ]}
        rows={sessions.map(({ id, device, createdAt, seenAt }) => ({
          device: device || t.unknownDevice,
          since: tokyoMinute(createdAt),
          seen: tokyoMinute(seenAt),
          act:
            id === sessionId ? (
              <Tag tone="info">{t.thisDevice}</Tag>
            ) : (
              <ActionForm action={view.href(paths.endSession.to({ id }))} small>
                {t.end}
              </ActionForm>
            ),
        }))}
      />
      {sessions.length > 1 && (
        <ActionForm action={view.href(paths.endOtherSessions.to({}))} kind="danger">
          {t.endOthers}
        </ActionForm>
      )}
    </Section>
  );
}
