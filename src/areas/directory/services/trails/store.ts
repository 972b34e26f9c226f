import type { Tx } from '#platform/database/database.ts';
import { insertOfRows, runPrepared } from '#platform/database/prepared.ts';
import { replacingEntry } from '../../search/store.ts';
import { searchEntries } from '../../search/tables.ts';
import type { ServiceVersion } from '../../versions/store.ts';
import type { ServiceLocation } from '../content.ts';
import type { ServiceRow } from '../store.ts';
import { serviceLocations } from '../tables.ts';

const ofKept = 'service_id in (select service_id from kept)';
const locationRows = insertOfRows(serviceLocations, { place: 2, only: ofKept });
const searchRows = insertOfRows(searchEntries, { place: 3, only: ofKept, suffix: replacingEntry });
/** A version is the entry as it stands, beside what is said about it; of an entry that is not there nothing is written. */
const versionRows = {
  name: 'service_versions',
  text: `insert into service_versions (service_id, version, content, sealed, published, at, how, note, organisation_id, person_name)
    select s.id, s.version, s.content, s.sealed, s.published_at is not null, v.at, v.how, v.note, v.organisation_id, v.person_name
    from jsonb_populate_recordset(null::service_versions, $1) v
      cross join lateral (select * from services where id = v.service_id offset 0) s`,
};
const trailRows = {
  name: 'service_trails',
  text: `with kept as (${versionRows.text} returning service_id),
      located as (${locationRows.text}), searched as (${searchRows.text})
    select count(*)::int as written from kept`,
};

/** Who made a version of an entry, when, how and why: what the entry itself does not say. */
export type VersionSaid = Pick<
  ServiceVersion,
  'serviceId' | 'at' | 'how' | 'note' | 'organisationId' | 'personName'
>;

/**
 * What follows from changes of entries that are written: versions, where they are (`located`), what the search knows. Gives how many
 * of the entries are there.
 */
export async function insertTrails(
  tx: Tx,
  {
    versions,
    located,
    searched,
  }: {
    versions: readonly VersionSaid[];
    located: readonly ServiceRow[];
    searched: readonly (typeof searchEntries.$inferSelect)[];
  },
): Promise<number> {
  const places = located.flatMap(({ id, content }) =>
    content.locations.map((location) => locationRow(id, location)),
  );
  const said = JSON.stringify(versions.map(versionInJson));
  // A draft without a place, or a word mended in one: what would write nothing is not prepared.
  if (places.length + searched.length === 0)
    return (await runPrepared(tx, versionRows, [said])).rowCount ?? 0;
  const values = [said, locationRows.told(places), searchRows.told(searched)];
  const { rows } = await runPrepared<{ written: number }>(tx, trailRows, values);
  return rows[0]?.written ?? 0;
}

function versionInJson({ serviceId, at, how, note, organisationId, personName }: VersionSaid) {
  return { service_id: serviceId, at, how, note, organisation_id: organisationId, person_name: personName };
}

function locationRow(serviceId: string, { serviceAtLocationId, id, ...location }: ServiceLocation) {
  return { ...location, id: serviceAtLocationId, serviceId, locationId: id };
}
