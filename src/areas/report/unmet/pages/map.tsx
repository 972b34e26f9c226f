import { opensAtEnd, tilesOf, worryTerms } from '#areas/directory/index.ts';
import { SelectField } from '#ui/choices.tsx';
import { TileMap } from '#ui/charts/tile-map.tsx';
import { DefinitionList, Disclosure, Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { reportTrail } from '../../trail.ts';
import { namePeriod, namePlace, nameWorry } from '../facts.ts';
import { sources, weightOf } from '../rules.ts';
import { words } from '../words.ts';
import { AnsweringPrograms } from './answering.tsx';
import { Lines } from './lines.tsx';
import { queryOf, type UnmetMapProps } from './map-props.ts';

/** So many places stand open beside the map. */
const placesOpen = 10;

export function UnmetMapPage(props: UnmetMapProps) {
  const { view, cell } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={reportTrail(view)} current={t.title} />}
        actions={
          <>
            <ButtonLink
              kind="secondary"
              href={view.href(paths.unmet.to({}, { ...queryOf(props), format: 'csv' }))}
              download
            >
              {t.csv}
            </ButtonLink>
            <ButtonLink kind="secondary" href={view.href(paths.headquarters.to({}))}>
              {t.headquarters}
            </ButtonLink>
          </>
        }
      />
      <Filters {...props} />
      <div class="places">
        <Section title={t.map}>
          <p class="hint">{t.mapLead}</p>
          <Tiles {...props} />
        </Section>
        <Section title={t.byPlace} lead={t.of(nameWorry(view.lang, cell.worry))}>
          <Lines {...props} by="place" lines={props.places.slice(0, placesOpen)} short />
          {props.places.length > placesOpen && (
            <Disclosure summary={t.morePlaces(props.places.length - placesOpen)}>
              <Lines {...props} by="place" lines={props.places.slice(placesOpen)} short />
            </Disclosure>
          )}
        </Section>
      </div>
      <Section title={t.byWorry} lead={t.of(namePlace(view.lang, cell.place, props.areas))}>
        <Lines {...props} by="worry" lines={props.worries} />
      </Section>
      <Notice view={view} title={t.protectedTitle}>
        {t.protectedLead}
      </Notice>
      <AnsweringPrograms {...props} />
      <Section title={t.definitionsTitle}>
        <DefinitionList
          items={sources.map((each) => ({ term: t.sources[each], value: t.definitions[each] }))}
        />
      </Section>
    </StaffFrame>
  );
}

function Filters(props: UnmetMapProps) {
  const { view, period, periods, source, cell } = props;
  const t = words[view.lang];
  const { place } = queryOf(props);
  return (
    <Form action={view.href(paths.unmet.to({}))} method="get" inline label={t.filters}>
      <SelectField
        view={view}
        name="period"
        label={t.period}
        value={period.key}
        empty={false}
        options={periods.map((each) => ({ value: each.key, label: namePeriod(view.lang, each) }))}
      />
      <SelectField
        view={view}
        name="source"
        label={t.source}
        value={source ?? ''}
        empty={t.allSources}
        options={sources.map((each) => ({ value: each, label: t.sources[each] }))}
      />
      <SelectField
        view={view}
        name="worry"
        label={t.worry}
        value={cell.worry === '' ? '-' : (cell.worry ?? '')}
        empty={t.allWorries}
        options={[
          ...worryTerms.map(({ code, name }) => ({ value: code, label: name[view.lang] })),
          { value: '-', label: t.unknownWorry },
        ]}
      />
      {place && <HiddenField name="place" value={place} />}
      <Actions>
        <SubmitButton kind="secondary">{t.show}</SubmitButton>
        {(place || cell.worry !== undefined || source) && (
          <ButtonLink kind="quiet" href={view.href(paths.unmet.to({}, { period: period.key }))}>
            {t.allPlaces}
          </ButtonLink>
        )}
      </Actions>
    </Form>
  );
}

/** The tiles show what the list beside them says; what is not told has one depth. */
function Tiles(props: UnmetMapProps) {
  const { view, places, areas, cell } = props;
  const t = words[view.lang];
  const shown = new Map(places.map(({ code, all }) => [code, all]));
  const known = places.filter(({ code }) => code !== '');
  const weights = new Map(known.map(({ code, all }) => [code, weightOf(all)]));
  const tiles = tilesOf(view.lang, areas, weights);
  if (tiles.length === 0) return null;
  const few = (code: string) => shown.get(code) === null;
  const hrefOf = (code: string) => {
    const place = code === cell.place ? undefined : code;
    return view.href(paths.unmet.to({}, queryOf({ ...props, cell: { ...cell, place } })));
  };
  return (
    <TileMap
      label={t.map}
      tiles={tiles}
      chosen={cell.place}
      atEnd={opensAtEnd(tiles, cell.place)}
      hrefOf={hrefOf}
      titleOf={(tile) => t.tile(tile.name, few(tile.code) ? t.few : String(tile.count))}
      numberOf={(tile) => (few(tile.code) ? t.fewShort : tile.count)}
    />
  );
}
