import { placeName } from '../../municipalities/names.ts';
import { findPaths } from '../../paths.ts';
import { termName } from '../../taxonomy/terms.ts';
import { addressOf } from '../asked.ts';
import { words } from '../words.ts';
import type { FindProps } from './find.tsx';

/** How what was typed was taken, so that somebody can say it otherwise. */
export function Understood({ view, asked, found, services, places }: FindProps) {
  const { lang } = view;
  const t = words[lang];
  const { understood, municipalities, corrected, similar, relaxed, total } = found;
  const name = (code: string) => placeName(lang, code, places);
  const topics = understood.topics.slice(0, 2).map((code) => termName(lang, 'worry', code));
  const lines = [
    asked.unknown && t.unknown,
    corrected !== undefined && t.corrected(corrected),
    similar && t.similar,
    total > 0 && topics.length > 0 && t.understoodAs(topics.join(lang === 'ja' ? '」「' : ', ')),
    total > 0 && municipalities.length === 1 && t.near(name(municipalities[0] as string)),
    total > 0 && relaxed && t.relaxed,
    municipalities.length === 0 && isForTowns(services) && t.askPlace,
  ].filter((line) => line !== false);
  if (lines.length === 0 && municipalities.length < 2) return null;
  return (
    <div class="understood" role="note">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      {municipalities.length > 1 && (
        <p>
          {t.whichPlace}{' '}
          {municipalities.map((code) => (
            <a href={view.href(findPaths.find.to({}, { ...addressOf(asked), municipality: code }))}>
              {name(code)}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

/** Most of what is shown is for one town each. */
function isForTowns(services: FindProps['services']): boolean {
  return services.filter(({ areas }) => areas.length > 0).length > services.length / 2;
}
