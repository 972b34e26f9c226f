import type { View } from '#platform/web/view.ts';
import { Section } from '#ui/layout.tsx';
import { placeName } from '../../municipalities/names.ts';
import type { Municipality } from '../../municipalities/store.ts';
import type { ServiceLocation } from '../../services/content.ts';
import { mapUrlOf } from '../rules.ts';
import { words } from '../words.ts';
import type { EntryProps } from './entry.tsx';

/** Addresses as far as they may be known; the map is another site's and opens only by a press that says so. */
export function Where({ view, service, places }: EntryProps) {
  const { locations } = service.content;
  if (locations.length === 0) return null;
  return (
    <Section title={words[view.lang].where} id="where">
      {locations.map((location) => (
        <Location view={view} location={location} places={places} />
      ))}
    </Section>
  );
}

function Location({
  view,
  location,
  places,
}: {
  view: View;
  location: ServiceLocation;
  places: readonly Municipality[];
}) {
  const t = words[view.lang];
  const map = mapUrlOf(location);
  return (
    <div class="location">
      {location.name && (
        <p>
          <b>{location.name}</b>
        </p>
      )}
      <p>
        {location.postalCode && `${t.postal(location.postalCode)} `}
        <Address view={view} location={location} places={places} />
      </p>
      {location.precision === 'town' && <p class="hint">{t.townOnly}</p>}
      {location.precision === 'municipality' && <p class="hint">{t.municipalityOnly}</p>}
      {location.transportation && (
        <p>
          {t.transportation}：{location.transportation}
        </p>
      )}
      {map && (
        <p class="no-print">
          <a class="button secondary small" href={map} rel="noreferrer">
            {t.map}
          </a>{' '}
          <span class="hint">{t.mapNote}</span>
        </p>
      )}
    </div>
  );
}

/** Below the municipality it is in Japanese in every language: it is shown to a driver or typed into a map. */
function Address({
  view: { lang },
  location,
  places,
}: {
  view: View;
  location: ServiceLocation;
  places: readonly Municipality[];
}) {
  const { municipality, town, line, building } = location;
  const street = `${town}${line}${building ? ` ${building}` : ''}`;
  const city = placeName(lang, municipality, places);
  if (lang === 'ja') return <>{`${city}${street}`}</>;
  return (
    <>
      {street && <span lang="ja">{street}</span>}
      {street && ', '}
      {city}
    </>
  );
}
