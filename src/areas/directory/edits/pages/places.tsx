import { type OptionGroup, SelectField } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { labels } from '../../descriptions/words.ts';
import { placeName } from '../../municipalities/names.ts';
import { locationPrecisions } from '../../services/content.ts';
import { rowCount } from '#platform/web/typed.ts';
import { words } from '../words.ts';
import { RowId } from './contact.tsx';
import type { PartProps } from './fields.tsx';

export function PlacesPart(props: PartProps) {
  const { view, state, content } = props;
  const t = words[view.lang];
  return (
    <>
      <p class="hint">{t.precisionHint}</p>
      <FieldRows
        view={view}
        state={state}
        list="locations"
        count={rowCount(state.values, 'locations', content.locations.length)}
        title={t.location}
        add={t.addLocation}
        ordered
        row={(at, name) => <LocationRow {...props} at={at} name={name} />}
      />
    </>
  );
}

function LocationRow({ at, name, ...props }: PartProps & { at: number; name: (field: string) => string }) {
  const { view, state, content } = props;
  const t = words[view.lang];
  const stored = content.locations[at];
  const common = { view, state };
  return (
    <>
      <RowId state={state} name={name('serviceAtLocationId')} stored={stored?.serviceAtLocationId} />
      <div class="cells">
        <TextField {...common} name={name('name')} label={t.locationName} value={stored?.name} />
        <SelectField
          {...common}
          name={name('municipality')}
          label={t.municipality}
          options={municipalityOptions(props)}
          value={stored?.municipality}
        />
        <SelectField
          {...common}
          name={name('precision')}
          label={t.precision}
          options={locationPrecisions.map((value) => ({ value, label: labels[view.lang].precision[value] }))}
          value={stored?.precision ?? 'exact'}
          empty={false}
        />
      </div>
      <div class="cells">
        <TextField
          {...common}
          name={name('postalCode')}
          label={t.postalCode}
          value={stored?.postalCode}
          inputmode="numeric"
          width="short"
        />
        <TextField {...common} name={name('town')} label={t.town} value={stored?.town} />
        <TextField {...common} name={name('line')} label={t.line} value={stored?.line} />
        <TextField {...common} name={name('building')} label={t.building} value={stored?.building} />
        <TextField
          {...common}
          name={name('latitude')}
          label={t.latitude}
          value={stored?.latitude?.toString()}
        />
        <TextField
          {...common}
          name={name('longitude')}
          label={t.longitude}
          value={stored?.longitude?.toString()}
        />
      </div>
      <TextField
        {...common}
        name={name('transportation')}
        label={t.transportation}
        value={stored?.transportation}
        width="full"
      />
    </>
  );
}

/** By region, each city before its wards. */
function municipalityOptions({ view, municipalities }: PartProps): readonly OptionGroup[] {
  const nameOf = (code: string) => placeName(view.lang, code, municipalities);
  const regionOf = (code: string | null): string => {
    const place = municipalities.find((each) => each.code === code);
    return place ? (place.region ?? (place.kind === 'ward' ? regionOf(place.parentCode) : '')) : '';
  };
  const inRegion = Map.groupBy(
    municipalities.filter(({ kind }) => kind !== 'prefecture'),
    ({ code }) => regionOf(code),
  );
  return [...inRegion].map(([label, places]) => ({
    label,
    options: places.map(({ code }) => ({ value: code, label: nameOf(code) })),
  }));
}
