import { fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { Card, EmptyState, Tag } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { callPaths } from '../../../paths.ts';
import type { Standing } from '../../rules.ts';
import { amountLines, StandingTag } from '../../say.tsx';
import type { CallLine } from '../../store.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';

export interface ShownCall extends CallLine {
  readonly standing: Standing;
}

/** Every call: what is open first. */
export function CallsPage({ view, calls }: { view: View; calls: readonly ShownCall[] }) {
  const t = words[view.lang];
  const those = (...kinds: readonly Standing['is'][]) =>
    calls.filter(({ standing }) => kinds.includes(standing.is));
  const open = those('open');
  const coming = those('soon', 'between');
  const over = those('full', 'closed', 'ended', 'cancelled');
  return (
    <PublicFrame view={view} title={t.title} description={t.lead} canonical={callPaths.list.to({})}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      <Section title={t.open}>
        {open.length > 0 ? (
          <Cards view={view} calls={open} />
        ) : (
          <EmptyState title={t.noneOpen}>
            <p>{t.noneOpenLead}</p>
          </EmptyState>
        )}
      </Section>
      {coming.length > 0 && (
        <Section title={t.coming}>
          <Cards view={view} calls={coming} />
        </Section>
      )}
      <Section title={t.follow} lead={t.followLead}>
        <p class="row">
          <a href={view.href(callPaths.subscribe.to({}))}>{t.subscribe}</a>
          <a href={view.href(callPaths.feed.to({}))}>{t.feed}</a>
        </p>
      </Section>
      {over.length > 0 && (
        <Section title={t.over} lead={t.overLead}>
          <ul>
            {over.map(({ slug, terms, fiscalYear, standing }) => (
              <li>
                <a href={view.href(callPaths.call.to({ slug }))}>{contentIn(view.lang, terms.name)}</a>{' '}
                {fiscalYearName(view.lang, fiscalYear)} <StandingTag view={view} standing={standing} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </PublicFrame>
  );
}

function Cards({ view, calls }: { view: View; calls: readonly ShownCall[] }) {
  const { lang } = view;
  const c = common[lang];
  return (
    <Grid min="large">
      {calls.map((call) => (
        <Card
          title={contentIn(lang, call.terms.name)}
          href={view.href(callPaths.call.to({ slug: call.slug }))}
          tags={
            <>
              <StandingTag view={view} standing={call.standing} />
              <Tag>{c.audience[call.audience as 'groups']}</Tag>
              {call.illustrative && <Tag tone="info">{c.example}</Tag>}
            </>
          }
        >
          <p>{contentIn(lang, call.terms.summary)}</p>
          {amountLines(lang, call.terms).map((line) => (
            <p>
              <b>{line}</b>
            </p>
          ))}
          {call.terms.firstCome && call.standing.is === 'open' && (
            <p class="hint">{c.left(yenFull(lang, call.freeYen), yenFull(lang, call.budgetYen))}</p>
          )}
        </Card>
      ))}
    </Grid>
  );
}
