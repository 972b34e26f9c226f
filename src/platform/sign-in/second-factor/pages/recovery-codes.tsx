import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { words } from '../words.ts';

/** Shown once. */
export function RecoveryCodesPage({
  view,
  codes,
  next,
}: {
  view: View;
  codes: readonly string[];
  next: string;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.codesTitle}>
      <PageHead title={t.codesTitle} />
      <Notice view={view} tone="warn">
        <p>{t.codesLead}</p>
      </Notice>
      <ul>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>{t.codesOnce}</p>
      <Actions>
        <ButtonLink href={view.href(next)}>{t.saved}</ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
