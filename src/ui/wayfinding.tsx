import type { View } from '#platform/web/view.ts';
import { words } from './words.ts';

export interface Link {
  /** As `view.href` made it. */
  readonly href: string;
  readonly label: string;
}

/** The way from the first page to this one; the last item is the page itself and no link. */
export function Breadcrumbs({
  view,
  items,
  current,
}: {
  view: View;
  items: readonly Link[];
  current: string;
}) {
  return (
    <nav class="crumbs" aria-label={words[view.lang].breadcrumbs}>
      <ol>
        {items.map((item) => (
          <li>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}

export interface Tab extends Link {
  readonly current?: boolean;
  /** How many things wait behind it. */
  readonly count?: number;
}

/** Tabs are links: each is a page with a URL of its own. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span class="count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PaginationProps {
  readonly view: View;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly hrefOf: (page: number) => string;
}

export function Pagination({ view, page, pageSize, total, hrefOf }: PaginationProps) {
  const text = words[view.lang];
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (total === 0) return null;
  return (
    <nav class="pages" aria-label={text.pages}>
      <p>{text.shown((page - 1) * pageSize + 1, Math.min(page * pageSize, total), total)}</p>
      {pages > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <a href={hrefOf(page - 1)} rel="prev">
                ← {text.previous}
              </a>
            </li>
          )}
          {pagesAround(page, pages).map((number) =>
            number === undefined ? (
              <li aria-hidden="true">…</li>
            ) : (
              <li>
                <a
                  href={hrefOf(number)}
                  aria-label={text.page(number)}
                  aria-current={number === page ? 'page' : undefined}
                >
                  {number}
                </a>
              </li>
            ),
          )}
          {page < pages && (
            <li>
              <a href={hrefOf(page + 1)} rel="next">
                {text.next} →
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}

/** First, last and the neighbours of a page; `undefined` where numbers are left out: 1 … 4 5 6 … 12. */
export function pagesAround(page: number, pages: number): readonly (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const gap = number - (numbers[index - 1] ?? number - 1);
    if (gap === 2) return [number - 1, number];
    return gap > 2 ? [undefined, number] : [number];
  });
}

export interface Step {
  readonly label: string;
  readonly note?: string;
  readonly href?: string;
}

/** Where something stands on its way. `current` counts from 0; all steps done: `steps.length`. */
export function Stepper({
  view,
  steps,
  current,
  label,
}: {
  view: View;
  steps: readonly Step[];
  current: number;
  label: string;
}) {
  const text = words[view.lang];
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'now' : 'toDo';
        return (
          <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="vh">{text[state]}：</span>
            {step.href ? <a href={step.href}>{step.label}</a> : <b>{step.label}</b>}
            {step.note && <small>{step.note}</small>}
          </li>
        );
      })}
    </ol>
  );
}
