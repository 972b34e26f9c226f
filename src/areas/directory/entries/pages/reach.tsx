import type { Child } from 'hono/jsx';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { channelWords } from '../../hours/sentence-words.ts';
import { type Holidays, openingOf } from '../../hours/rules.ts';
import type { Channel, ServiceContent } from '../../services/content.ts';
import { EntryTag, OpeningTag, telephoneUrl } from '../../services/pages/card.tsx';
import { sourceOf } from '../rules.ts';
import { isWeb } from '../structured.ts';
import { words } from '../words.ts';
import type { EntryProps } from './entry.tsx';

const order: readonly Channel['kind'][] = [
  'phone',
  'line',
  'chat',
  'visit',
  'form',
  'mail',
  'video',
  'metaverse',
  'outreach',
  'fax',
  'post',
];

/** Whether somebody answers now, and every way to reach them, the quickest first. */
export function Reach({ view, service, now, holidays }: EntryProps) {
  const t = words[view.lang];
  const { content } = service;
  const channels = content.channels.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const phones = channels.filter(({ kind }) => kind === 'phone');
  return (
    <section class="reach" aria-labelledby="reach-title">
      <h2 id="reach-title">{t.reach}</h2>
      <p class="row now">
        <EntryTag view={view} service={service} now={now} holidays={holidays} />
        {content.anonymous && <Tag tone="info">{t.anonymous}</Tag>}
      </p>
      {service.capacityNote && <p>{service.capacityNote}</p>}
      <ul class="ways">
        {channels.map((channel) => (
          <li>
            <p class="way">
              {channelWords[view.lang][channel.kind]}
              <ChannelOpening view={view} content={content} channel={channel} now={now} holidays={holidays} />
            </p>
            <Way view={view} content={content} channel={channel} first={channel === phones[0]} />
          </li>
        ))}
        {content.email && !channels.some(({ value }) => value === content.email) && (
          <li>
            <p class="way">{channelWords[view.lang].mail}</p>
            <a href={`mailto:${content.email}`}>{content.email}</a>
          </li>
        )}
        {content.website && (
          <li>
            <p class="way">{t.website}</p>
            <Outside view={view} href={content.website}>
              {new URL(content.website).host}
            </Outside>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Said of each way only where the ways differ. */
function ChannelOpening({
  view,
  content,
  channel,
  now,
  holidays,
}: {
  view: View;
  content: ServiceContent;
  channel: Channel;
  now: Date;
  holidays: Holidays;
}) {
  const sources = sourceOf(content, channel);
  if (content.status !== 'active' || sources.length === 0) return null;
  const own =
    content.channels.some(({ hours }) => hours) || content.hours?.rules.some((rule) => rule.channel);
  if (!own) return null;
  return <OpeningTag view={view} opening={openingOf(sources, now, { holidays })} now={now} />;
}

interface WayProps {
  readonly view: View;
  readonly content: ServiceContent;
  readonly channel: Channel;
  /** The number that is called first stands out. */
  readonly first: boolean;
}

function Way(props: WayProps) {
  const { view, channel } = props;
  const label = contentIn(view.lang, channel.label);
  return (
    <div>
      <WayItself {...props} label={label} />
      {label && !['phone', 'visit'].includes(channel.kind) && <span class="hint"> {label}</span>}
      {['mail', 'form'].includes(channel.kind) && <p class="hint">{words[view.lang].anyTime}</p>}
    </div>
  );
}

function WayItself({ view, content, channel, first, label }: WayProps & { label: string }) {
  const t = words[view.lang];
  const { kind, value } = channel;
  switch (kind) {
    case 'phone':
      return (
        <>
          <a
            class={first ? 'button primary call' : 'button secondary call'}
            href={telephoneUrl(value)}
            aria-label={t.callLabel(value, label)}
          >
            {value}
          </a>
          <span class="hint">
            {' '}
            {[label, channel.freeOfCharge ? t.freeCall : ''].filter(Boolean).join('・')}
          </span>
        </>
      );
    case 'line':
      return isWeb(channel) ? (
        <Outside view={view} href={value}>
          {t.openLine}
        </Outside>
      ) : (
        <span>{t.lineId(value)}</span>
      );
    case 'mail':
      return <a href={`mailto:${value}`}>{value}</a>;
    case 'visit':
      return <span>{value || label || visitText(view, content)}</span>;
    case 'outreach':
      return <span>{value || t.goOut}</span>;
    case 'form':
    case 'chat':
    case 'video':
    case 'metaverse':
      return isWeb(channel) ? (
        <Outside view={view} href={value}>
          {{ form: t.openForm, chat: t.openChat, video: t.openVideo, metaverse: t.openMetaverse }[kind]}
        </Outside>
      ) : (
        <span>{value}</span>
      );
    case 'post':
    case 'fax':
      return <span>{value}</span>;
  }
}

function visitText({ lang }: View, { locations }: ServiceContent): string {
  const t = words[lang];
  const [location] = locations;
  return location?.name ? t.comeTo(location.name) : t.come;
}

/** A link that leaves this site says so, and does not say where it was pressed. */
export function Outside({ view, href, children }: { view: View; href: string; children?: Child }) {
  return (
    <a href={href} rel="noreferrer">
      {children}
      <small>{words[view.lang].outside}</small>
    </a>
  );
}
