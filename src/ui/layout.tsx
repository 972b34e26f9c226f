import type { Child } from 'hono/jsx';

interface PageHeadProps {
  /** The page's h1. */
  readonly title: string;
  /** A line above the title: the year, the category. */
  readonly kicker?: Child;
  /** One or two sentences under the title. */
  readonly lead?: Child;
  readonly breadcrumbs?: Child;
  /** Buttons and links that belong to the whole page. */
  readonly actions?: Child;
  readonly tags?: Child;
  /** The coloured band of a public first page. */
  readonly band?: boolean;
}

export function PageHead({ title, kicker, lead, breadcrumbs, actions, tags, band }: PageHeadProps) {
  return (
    <div class={band ? 'head band' : 'head'}>
      {breadcrumbs}
      {kicker && <p class="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {tags && <div class="row">{tags}</div>}
      {lead && <div class="lead">{lead}</div>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly id?: string;
  readonly lead?: Child;
  readonly actions?: Child;
  readonly children?: Child;
}

export function Section({ title, id, lead, actions, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

/** Cards or figures side by side, as many as fit. `min` is the least width of one. */
export function Grid({ min = 'medium', children }: { min?: 'small' | 'medium' | 'large'; children?: Child }) {
  return <div class={`grid ${min}`}>{children}</div>;
}

interface ColumnsProps {
  readonly children?: Child;
  readonly aside: Child;
  /** On narrow screens, and for who reads by ear, what stands beside comes first. */
  readonly asideFirst?: boolean;
}

/** Main matter and what stands beside it; on narrow screens below each other. */
export function Columns({ children, aside, asideFirst }: ColumnsProps) {
  const beside = <aside>{aside}</aside>;
  return (
    <div class={asideFirst ? 'columns beside-first' : 'columns'}>
      {asideFirst && beside}
      <div>{children}</div>
      {!asideFirst && beside}
    </div>
  );
}

/** Small things in one line, wrapping. */
export function Row({ children }: { children?: Child }) {
  return <div class="row">{children}</div>;
}

/** Running text, in lines that are not too long. */
export function Prose({ children }: { children?: Child }) {
  return <div class="prose">{children}</div>;
}

/** Text that people typed: line breaks kept, nothing else interpreted. */
export function TypedText({ text }: { text: string }) {
  return <p class="typed">{text}</p>;
}
