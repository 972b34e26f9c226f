import { Grid } from '#ui/layout.tsx';
import { placeName } from '../../municipalities/names.ts';
import type { Service } from '../../services/store.ts';
import type { FoundEntry } from '../told.ts';
import { words } from '../words.ts';
import type { FindProps } from './find.tsx';
import { KeptCard } from './kept-card.tsx';

/** Cards in order; where what is open stands first, it is said where that ends. */
export function Results(props: FindProps) {
  const { view, now, holidays, found, services } = props;
  const t = words[view.lang];
  const byId = new Map(services.map((service) => [service.id, service]));
  const shown = found.rows.flatMap((row) => {
    const service = byId.get(row.id);
    return service ? [{ row, service }] : [];
  });
  const cards = (some: typeof shown) => (
    <Grid min="large">
      {some.map(({ row, service }) => (
        <KeptCard
          view={view}
          service={service}
          now={now}
          holidays={holidays}
          level={found.openFirst ? 4 : 3}
          where={whereOf(props, row, service)}
        />
      ))}
    </Grid>
  );
  if (!found.openFirst) return cards(shown);
  const open = shown.filter(({ row }) => row.open);
  const closed = shown.filter(({ row }) => !row.open);
  return (
    <>
      {open.length > 0 && <h3>{t.openNow}</h3>}
      {open.length > 0 && cards(open)}
      {closed.length > 0 && <h3>{t.closedNow}</h3>}
      {closed.length > 0 && cards(closed)}
    </>
  );
}

/** The town where it is, with how far that is; what is nowhere: whom it is for, the person's own town named first. */
function whereOf({ view, places, found }: FindProps, row: FoundEntry, { content }: Service): string {
  const { lang } = view;
  const t = words[lang];
  const name = (code: string) => placeName(lang, code, places);
  const located = content.locations[0]?.municipality;
  if (located !== undefined)
    return row.km !== null && row.km > 0 ? t.km(name(located), row.km) : name(located);
  const own = content.areas.find((code) => found.municipalities.includes(code)) ?? content.areas[0];
  if (own === undefined) return t.whole;
  return content.areas.length > 1 ? t.andMore(name(own), content.areas.length - 1) : name(own);
}
