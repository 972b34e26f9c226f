import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { words } from '../../channels/words.ts';
import type { Budget, ContactAtLine } from '../read.ts';

/** Below a conversation that came by LINE: what of it reaches the person, and what waits. */
export function LinePanel({ view, line }: { view: View; line: ContactAtLine }) {
  const t = words[view.lang];
  return (
    <section class="note" aria-label={t.panel}>
      <p class="hint">{t.panelMode[line.mode]}</p>
      {line.channelOf && (
        <p>
          {t.panelElsewhere(contentIn(view.lang, { ja: line.channelOf.nameJa, en: line.channelOf.nameEn }))}
        </p>
      )}
      <p class="row">
        {line.blocked && <StatusTag tone="bad">{t.blocked}</StatusTag>}
        {line.mode === 'doorbell' && !line.blocked && (
          <StatusTag tone={line.seen ? 'good' : 'neutral'}>
            {line.seen ? t.seen : line.rung ? `${t.unseen}（${t.rung}）` : t.unseen}
          </StatusTag>
        )}
        {line.waiting > 0 && (
          <StatusTag tone="warn">
            {line.held ? t.panelHeld(line.waiting) : t.panelWaiting(line.waiting)}
          </StatusTag>
        )}
        {line.dead > 0 && <StatusTag tone="bad">{t.panelDead(line.dead)}</StatusTag>}
      </p>
    </section>
  );
}

/** Beside the queue: what LINE still lets the desk send this month. */
export function LineBudget({ view, budget }: { view: View; budget: Budget }) {
  const t = words[view.lang];
  const { used, most } = budget;
  const left = most - used;
  return (
    <p class="hint">
      {t.budget(used, most)}{' '}
      {left <= 0 ? (
        <StatusTag tone="bad">{t.budgetOut}</StatusTag>
      ) : left * 10 <= most ? (
        <StatusTag tone="warn">{t.budgetLow}</StatusTag>
      ) : null}
    </p>
  );
}
