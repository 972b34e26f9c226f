import type { Child } from 'hono/jsx';
import type { Tone } from './content.tsx';

export interface ThreadEntry {
  /** Who, as shown. */
  readonly by: string;
  /** When, as shown, and for machines (`YYYY-MM-DD` or ISO moment). */
  readonly when: string;
  readonly at: string;
  /** Where more of it stands, as `view.href` made it. */
  readonly href?: string;
  /** What happened, in one sentence. */
  readonly title?: string;
  readonly tone?: Tone;
  readonly body?: Child;
}

/** What was said and done, in order. */
export function Thread({ label, entries }: { label: string; entries: readonly ThreadEntry[] }) {
  return (
    <ol class="thread" aria-label={label}>
      {entries.map((entry) => (
        <li class={entry.tone}>
          <p class="thread-head">
            <b>{entry.href ? <a href={entry.href}>{entry.by}</a> : entry.by}</b>
            {entry.title && <span>{entry.title}</span>}
            <time datetime={entry.at}>{entry.when}</time>
          </p>
          {entry.body && <div class="thread-body">{entry.body}</div>}
        </li>
      ))}
    </ol>
  );
}
