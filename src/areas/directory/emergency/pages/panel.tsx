import type { View } from '#platform/web/view.ts';
import type { CrisisKind } from '../../crisis/rules.ts';
import { type EmergencyLine, linesFor, linesForAll } from '../lines.ts';
import { words } from '../words.ts';

interface EmergencyPanelProps {
  readonly view: View;
  /** What cannot wait, one or several; nothing: what helps in most cases. */
  readonly kind?: CrisisKind | readonly CrisisKind[] | undefined;
  /** The level of its heading. */
  readonly level?: 1 | 2 | 3;
}

/** National numbers for what cannot wait: tap to call. It says nothing about what was typed, so it may stand on any page. */
export function EmergencyPanel({ view, kind, level = 2 }: EmergencyPanelProps) {
  const t = words[view.lang];
  const Heading = `h${level}` as 'h2';
  const lines = Array.isArray(kind) ? linesForAll(kind) : linesFor(kind as CrisisKind | undefined);
  return (
    <section class="urgent" aria-labelledby="urgent-title">
      <Heading id="urgent-title">{t.title}</Heading>
      <p>{t.lead}</p>
      <ul class="hotlines">
        {lines.map((line) => (
          <Call view={view} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Call({ view: { lang }, line }: { view: View; line: EmergencyLine }) {
  const t = words[lang];
  return (
    <li>
      <a
        class="number"
        href={`tel:${line.number.replace('#', '%23')}`}
        aria-label={t.call(line.number, line.name[lang])}
      >
        {line.number}
      </a>
      <div>
        <b>{line.name[lang]}</b>
        <p>{line.purpose[lang]}</p>
        <p class="hint">
          {line.hours?.alwaysOpen ? <span class="tag good">{t.now}</span> : null} {line.hoursText[lang]}
          {line.freeOfCharge && `・${t.free}`}
        </p>
      </div>
    </li>
  );
}
