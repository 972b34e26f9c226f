import { fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { type Tab, Tabs } from '#ui/wayfinding.tsx';
import { callStaffPaths } from '../../../paths.ts';
import type { ShownCall } from '../../announcements/pages/list.tsx';
import { amountLines, StandingTag } from '../../say.tsx';
import { words } from '../words.ts';

interface HomeProps {
  readonly view: View;
  readonly tabs: readonly Tab[];
  readonly calls: readonly ShownCall[];
  /** What waits for whoever looks: a sentence and where it is done. */
  readonly waiting: readonly { readonly href: string; readonly label: string }[];
  readonly mayMake: boolean;
  /** Whether whoever looks sees calls at all. */
  readonly seesCalls: boolean;
}

/** The start page of the area: what waits for me, and the calls. */
export function GrantsHomePage({ view, tabs, calls, waiting, mayMake, seesCalls }: HomeProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.home}>
      <PageHead
        title={t.home}
        lead={<p>{t.homeLead}</p>}
        actions={mayMake && <ButtonLink href={view.href(callStaffPaths.new.to({}))}>{t.newCall}</ButtonLink>}
      />
      <Tabs label={t.tabs} items={tabs} />
      {waiting.length > 0 && (
        <Section title={t.waiting}>
          <ul>
            {waiting.map(({ href, label }) => (
              <li>
                <a href={view.href(href)}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {seesCalls && (
        <Section title={t.calls}>
          <CallTable view={view} calls={calls} />
        </Section>
      )}
    </StaffFrame>
  );
}

function CallTable({ view, calls }: Pick<HomeProps, 'view' | 'calls'>) {
  const { lang } = view;
  const t = words[lang];
  return (
    <DataTable
      view={view}
      caption={t.calls}
      captionHidden
      stacked
      empty={t.noCalls}
      columns={[
        { key: 'name', label: t.name, head: true },
        { key: 'year', label: t.year },
        { key: 'state', label: t.state },
        { key: 'amount', label: t.amount },
        { key: 'budget', label: t.budget, align: 'number' },
        { key: 'free', label: t.free, align: 'number' },
      ]}
      rows={calls.map((call) => ({
        name: (
          <a href={view.href(callStaffPaths.call.to({ callId: call.id }))}>
            {contentIn(lang, call.terms.name)}
          </a>
        ),
        year: fiscalYearName(lang, call.fiscalYear),
        state: (
          <>
            <StandingTag view={view} standing={call.standing} />
            {call.draft?.proposedAt ? (
              <Tag tone="warn">{t.proposedTag}</Tag>
            ) : (
              call.draft && call.state !== 'draft' && <Tag>{t.draftBeside}</Tag>
            )}
          </>
        ),
        amount: amountLines(lang, call.terms)[0],
        budget: yenFull(lang, call.budgetYen),
        free: yenFull(lang, call.freeYen),
      }))}
    />
  );
}
