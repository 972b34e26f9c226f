import { dayName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Prose, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { talkPaths } from '../../paths.ts';
import { words as talkWords } from '../../talks/words.ts';
import type { Promised } from '../read.ts';
import { words } from '../words.ts';
import { PromisedTable } from './retention.tsx';

/** For everybody: what each desk promised about words, and what it erased. */
export function StatementPage({ view, desks }: { view: View; desks: readonly Promised[] }) {
  const { lang } = view;
  const t = words[lang];
  const start = { href: view.href(talkPaths.start.to({})), label: talkWords[lang].title };
  return (
    <PublicFrame view={view} title={t.statement} canonical={talkPaths.promises.to({})}>
      <PageHead
        title={t.statement}
        lead={t.statementLead}
        breadcrumbs={<Breadcrumbs view={view} items={[start]} current={t.statement} />}
      />
      <Prose>
        <p>{t.statementHow}</p>
        <p>{t.nightly}</p>
      </Prose>
      {desks.map((promised) => (
        <Section title={contentIn(lang, { ja: promised.desk.nameJa, en: promised.desk.nameEn })}>
          <PromisedTable view={view} promised={promised} openOnly />
          <DefinitionList
            items={[
              { term: t.total, value: erasedWords(view, promised.erased.contacts) },
              ...(promised.erased.lastOn
                ? [{ term: t.last, value: dayName(lang, promised.erased.lastOn) }]
                : []),
              { term: t.overdue, value: `${formatNumber(lang, promised.overdue)}${t.count}` },
            ]}
          />
        </Section>
      ))}
    </PublicFrame>
  );
}

/** Few are told as few: at a small desk a number could point at somebody. */
function erasedWords(view: View, contacts: number): string {
  const t = words[view.lang];
  if (contacts === 0) return t.nothingYet;
  return contacts < 10 ? t.few : `${formatNumber(view.lang, contacts)}${t.count}`;
}
