import { Chips } from '#ui/chips.tsx';
import type { View } from '#platform/web/view.ts';
import { findPaths } from '../../paths.ts';
import { languageTerms } from '../../taxonomy/terms.ts';
import { worryWords } from '../worry-words.ts';

/** Outlines on a field of 24 × 24. */
const icons: Readonly<Record<string, string>> = {
  no_food: 'M3 11h18a9 9 0 0 1-18 0zM8 21h8M9 3v4M15 3v4',
  housing: 'M3 11l9-8 9 8M6 9v11h12V9M10 20v-6h4v6',
  rent_loan: 'M12 15a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM11 12l8-8M15 8l3 3',
  income: 'M6 4l6 8 6-8M12 12v8M7 13h10M7 17h10',
  debt: 'M3 6h18v12H3zM3 10h18M7 15h3',
  tax_utility: 'M9 18h6M10 21h4M9 15a6 6 0 1 1 6 0v3H9z',
  job_search: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
  job_trouble: 'M12 4l9 16H3zM12 10v4M12 17v.1',
  health: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 8v8M8 12h8',
  community: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6M3 20a5 5 0 0 1 10 0M16 15a5 5 0 0 1 5 5',
  family: 'M12 20s-8-5-8-11a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z',
  violence: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  childcare: 'M12 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 11l6 2 6-2M12 13v4M9 22l3-5 3 5',
  eldercare: 'M9 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 9v6l-3 6M9 15l4 6M9 11l5 2M18 21v-8a2 2 0 0 0-4 0',
  hikikomori: 'M6 21V3h12v18M3 21h18M14 12v.1',
};

/** Worries as people say them, each a page of what helps. */
export function Worries({ view }: { view: View }) {
  const t = worryWords[view.lang];
  return (
    <ul class="worries">
      {Object.entries(icons).map(([topic, outline]) => (
        <li>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={outline} />
          </svg>
          <a href={view.href(findPaths.find.to({}, { topic }))}>{t.names[topic as keyof typeof t.names]}</a>
          <small>{t.examples[topic as keyof typeof t.examples]}</small>
        </li>
      ))}
    </ul>
  );
}

/** Each language in its own script, to those who speak it. */
export function LanguageLinks({ view }: { view: View }) {
  return (
    <Chips
      items={languageTerms
        .filter(({ code }) => code !== 'ja')
        .map(({ code, ownName }) => ({
          href: view.href(findPaths.find.to({}, { speaks: code })),
          text: ownName,
          lang: code === 'ja-simple' ? 'ja' : code,
        }))}
    />
  );
}
