import type { Child } from 'hono/jsx';
import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { words } from './words.ts';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/** A short word in a box: 新規, 継続. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children?: Child }) {
  return <span class={`tag ${tone}`}>{children}</span>;
}

const marks: Record<Tone, string> = {
  neutral: '○',
  info: '◆',
  good: '✓',
  warn: '▲',
  bad: '✕',
};

/** A state: word, mark and colour, so that it is read without colours. */
export function StatusTag({ tone, children }: { tone: Tone; children?: Child }) {
  return (
    <span class={`tag ${tone}`}>
      <span aria-hidden="true">{marks[tone]} </span>
      {children}
    </span>
  );
}

interface CardProps {
  readonly title: string;
  readonly href?: string;
  readonly tone?: Tone;
  readonly tags?: Child;
  /** The level of its heading, one below the section's. */
  readonly level?: 2 | 3 | 4;
  readonly children?: Child;
}

/** With `href` the whole card leads there; the link is its title. */
export function Card({ title, href, tone, tags, level = 3, children }: CardProps) {
  const Heading = `h${level}` as 'h3';
  return (
    <article class={`card${tone ? ` edge ${tone}` : ''}${href ? ' linked' : ''}`}>
      {tags && <div class="row">{tags}</div>}
      <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
      {children}
    </article>
  );
}

export interface Term {
  readonly term: string;
  readonly value: Child;
}

export function DefinitionList({ items }: { items: readonly Term[] }) {
  return (
    <dl class="terms">
      {items.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: string;
  open?: boolean;
  children?: Child;
}) {
  return (
    <details class="more" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

const noticeWords = {
  info: 'information',
  good: 'success',
  warn: 'warning',
  bad: 'danger',
} as const;

interface NoticeProps {
  readonly view: View;
  readonly tone?: keyof typeof noticeWords;
  readonly title?: string;
  readonly children?: Child;
}

/** A box that a reader must not pass by. Its kind is said in words as well. */
export function Notice({ view, tone = 'info', title, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <p class="notice-title">{title ?? words[view.lang][noticeWords[tone]]}</p>
      <div>{children}</div>
    </div>
  );
}

/** Why there is nothing here, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="empty">
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}

interface StatFigureProps {
  readonly view: View;
  readonly label: string;
  readonly value: number | string;
  readonly unit?: string;
  /** Last year's value with the same unit. */
  readonly previous?: number | string | undefined;
  readonly note?: string;
  /** Where the number comes from; it tells of last year's and the target too. */
  readonly href?: string | undefined;
  /** What else belongs to this number. */
  readonly children?: Child;
}

/** One big number, its unit, and last year's value beside it. */
export function StatFigure({ view, label, value, unit, previous, note, href, children }: StatFigureProps) {
  const show = (number: number | string) =>
    typeof number === 'number' ? formatNumber(view.lang, number) : number;
  return (
    <div class="stat">
      <p class="stat-label">{label}</p>
      <p class="stat-value">
        <FigureLink href={href}>
          <BigNumber text={show(value)} />
          {unit && <span class="unit">{unit}</span>}
        </FigureLink>
      </p>
      {previous !== undefined && (
        <p class="stat-before">
          {words[view.lang].lastYear}{' '}
          <FigureLink href={href}>
            {show(previous)}
            {view.lang === 'en' && unit && ' '}
            {unit}
          </FigureLink>
        </p>
      )}
      {note && (
        <p class="hint">
          <FigureLink href={href}>{note}</FigureLink>
        </p>
      )}
      {children}
    </div>
  );
}

/** A number that leads to where it comes from; without an address the number alone. */
export function FigureLink({ href, children }: { href: string | undefined; children?: Child }) {
  if (!href) return <>{children}</>;
  return (
    <a class="figure" href={href}>
      {children}
    </a>
  );
}

/** Digits large, the words between them small: 17億1,097万. */
function BigNumber({ text }: { text: string }) {
  const parts = text.match(/[\d,.−-]+|[^\d,.−-]+/g) ?? [];
  return <>{parts.map((part) => (/\d/.test(part) ? <b>{part}</b> : <span class="unit">{part}</span>))}</>;
}

/** A voice; the person is named by a role, never by name. */
export function Quote({ role, children }: { role: string; children?: Child }) {
  return (
    <figure class="quote">
      <blockquote>{children}</blockquote>
      <figcaption>{role}</figcaption>
    </figure>
  );
}
