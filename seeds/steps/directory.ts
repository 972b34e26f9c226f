import { saveMunicipalities } from '#areas/directory/municipalities/actions.ts';
import { sixDigits } from '#areas/directory/municipalities/rules.ts';
import { granted } from '../cast.ts';
import type { Stage } from './programs.ts';

/** The prefecture with its municipalities and wards, each joined to its organisation where it has one. */
export async function loadMunicipalities({ tx, who, cast, world, now }: Stage): Promise<void> {
  const organisations = new Map(world.organisations.map((each) => [each.localGovernmentCode, each.code]));
  const inputs = world.directory.municipalities.map(
    ({ parent, at, tile, exchange: _exchange, ...fields }) => {
      const organisation = organisations.get(sixDigits(fields.code));
      return {
        ...fields,
        parentCode: parent ?? null,
        latitude: at[0],
        longitude: at[1],
        tileColumn: tile?.[0] ?? null,
        tileRow: tile?.[1] ?? null,
        organisationId: organisation ? cast.organisation(organisation) : null,
      };
    },
  );
  granted(await saveMunicipalities(tx, who, inputs, now), 'municipalities');
}
