import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import { FreshnessLine } from '../../freshness/pages/line.tsx';
import type { Holidays } from '../../hours/rules.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { findPaths } from '../../paths.ts';
import { cardWords } from '../../services/pages/card-words.ts';
import { ServiceCard } from '../../services/pages/card.tsx';
import type { Service } from '../../services/store.ts';
import { crisisOf, isQuiet } from '../rules.ts';
import { asDataBlock } from '../structured.ts';
import { words } from '../words.ts';
import { Facts } from './facts.tsx';
import { HoursSection } from './hours.tsx';
import { Reach } from './reach.tsx';
import { Said } from '../../services/pages/said.tsx';
import { Share } from './share.tsx';
import { Where } from './where.tsx';

export interface EntryProps {
  readonly view: View;
  readonly service: Service;
  readonly now: Date;
  readonly holidays: Holidays;
  readonly places: readonly Municipality[];
}

interface EntryPageProps extends EntryProps {
  /** The organisation that last confirmed it, in the page's language. */
  readonly verifiedBy: string;
  /** The address of the page, absolute and bare. */
  readonly url: string;
  /** schema.org. */
  readonly structured: object;
  /** Others that are open; undefined while this one is. */
  readonly alternatives: readonly Service[] | undefined;
  /** What is told of it from elsewhere. */
  readonly beside?: Child;
  /** Above everything: that this is a preview. */
  readonly banner?: Child;
}

/** An entry for everybody: who answers now and how, then what it is. */
export function EntryPage(props: EntryPageProps) {
  const { view, service, url } = props;
  const { lang } = view;
  const t = words[lang];
  const { content, id } = service;
  const quiet = isQuiet(content);
  const title = quiet ? t.quietTitle[content.kind] : contentIn(lang, content.name);
  const path = findPaths.service.to({ id });
  // A preview of a draft leads nowhere that the draft is not yet.
  const isPublic = service.publishedAt !== null;
  return (
    <PublicFrame
      view={view}
      title={title}
      canonical={path}
      description={quiet ? t.quietDescription : contentIn(lang, content.summary)}
      islands={['share']}
    >
      {props.banner}
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(findPaths.find.to({})), label: t.find }]}
            current={title}
          />
        }
        tags={
          <>
            <Tag>{cardWords[lang].kind[content.kind]}</Tag>
            {content.illustrative && <Tag tone="warn">{cardWords[lang].illustrative}</Tag>}
          </>
        }
        lead={<Lead {...props} quiet={quiet} />}
      />
      <div class="entry-page">
        <div class="entry-top">
          <div>
            <Reach {...props} />
            {quiet && <p class="hint quiet-note no-print">{t.quietNote}</p>}
            <Alternatives {...props} />
          </div>
          <HoursSection {...props} />
        </div>
        {props.beside}
        <Facts {...props} />
        <Where {...props} />
        <Section title={t.fresh} id="fresh">
          <FreshnessLine view={view} entry={service} by={props.verifiedBy} today={tokyoDay(props.now)} />
          {isPublic && (
            <p class="no-print">
              <a href={view.href(findPaths.suggest.to({ id }))}>{t.wrong}</a>
            </p>
          )}
        </Section>
        <p class="only-print">{t.printed(dayName(lang, tokyoDay(props.now)))}</p>
        {isPublic && <Share view={view} url={url} qrHref={view.href(findPaths.serviceQr.to({ id }))} />}
      </div>
      <DataBlock data={props.structured} />
    </PublicFrame>
  );
}

function Lead({ view, service: { content }, quiet }: EntryProps & { quiet: boolean }) {
  return (
    <>
      {quiet && (
        <p class="entry-name">
          <Said lang={view.lang} text={content.name} />
        </p>
      )}
      <p>
        <Said lang={view.lang} text={content.summary} />
      </p>
      {content.illustrative && <p class="hint">{words[view.lang].illustrativeNote}</p>}
    </>
  );
}

function Alternatives({ view, service, alternatives, now, holidays }: EntryPageProps) {
  if (!alternatives) return null;
  const t = words[view.lang];
  const { content } = service;
  const [topic] = content.topics;
  const all = findPaths.find.to({});
  const municipality = content.areas.length === 1 ? content.areas[0] : undefined;
  return (
    <div class="no-print">
      <Section
        title={content.kind === 'scheme' ? t.likeTitleScheme : t.likeTitle}
        id="like"
        lead={alternatives.length > 0 ? t.likeLead : undefined}
      >
        {alternatives.length === 0 && (
          <>
            <p>{t.noLike}</p>
            <EmergencyPanel view={view} kind={crisisOf(content)} level={3} />
          </>
        )}
        <div class="grid">
          {alternatives.map((each) => (
            <ServiceCard view={view} service={each} now={now} holidays={holidays} />
          ))}
        </div>
        <p>
          <a href={view.href(all, { topic, municipality })}>{t.more}</a>
        </p>
      </Section>
    </div>
  );
}

/** Data for search engines, which no browser runs. */
function DataBlock({ data }: { data: object }) {
  return html`<script type="application/ld+json">${raw(asDataBlock(data))}</script>`;
}
