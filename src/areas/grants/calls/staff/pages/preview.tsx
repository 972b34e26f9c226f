import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { grantsTrail } from '../../../desk.ts';
import { callStaffPaths } from '../../../paths.ts';
import { Facts } from '../../announcements/pages/facts.tsx';
import { TermsSections } from '../../announcements/pages/terms.tsx';
import { words as publicWords } from '../../announcements/words.ts';
import type { Call } from '../../store.ts';
import type { CallTerms } from '../../terms.ts';
import { words } from '../words.ts';

interface PreviewProps {
  readonly view: View;
  readonly call: Call;
  readonly terms: CallTerms;
  readonly version: number | undefined;
  readonly budgetYen: number;
  readonly freeYen: number;
}

/** What applicants will see of a version, inside the desk. */
export function PreviewPage(props: PreviewProps) {
  const { view, call, terms, version } = props;
  const t = words[view.lang];
  const p = publicWords[view.lang];
  const name = contentIn(view.lang, terms.name);
  const title = version === undefined ? name : p.versionTitle(name, version);
  const items = [
    ...grantsTrail(view),
    { href: view.href(callStaffPaths.call.to({ callId: call.id })), label: name },
  ];
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={items} current={title} />}
        lead={<TypedText text={contentIn(view.lang, terms.summary)} />}
      />
      <Notice view={view}>
        <p>{t.previewNotice}</p>
      </Notice>
      <Section title={p.facts}>
        <Facts {...props} />
      </Section>
      {terms.eligibility.length > 0 && (
        <Section title={p.checkTitle}>
          <ol>
            {terms.eligibility.map(({ label, passes, otherwise }) => (
              <li>
                {contentIn(view.lang, label)}（{passes === 'yes' ? p.yes : p.no}）
                <p class="hint">{contentIn(view.lang, otherwise)}</p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <TermsSections view={view} terms={terms} />
    </StaffFrame>
  );
}
