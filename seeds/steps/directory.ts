import { addDays, tokyoDay } from '#platform/dates.ts';
import { saveMunicipalities } from '#areas/directory/municipalities/actions.ts';
import { sixDigits } from '#areas/directory/municipalities/rules.ts';
import { saveProfile, setConfirmationAddress } from '#areas/directory/organisations/actions.ts';
import { editService, setCapacity, withdrawService } from '#areas/directory/services/actions.ts';
import type { ServiceContent } from '#areas/directory/services/content.ts';
import { createServices } from '#areas/directory/services/creating/actions.ts';
import type { NewService } from '#areas/directory/services/creating/row.ts';
import { granted } from '../cast.ts';
import { contentOf } from '../directory/content.ts';
import type { DemoEntry } from '../directory/files.ts';
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

/** What the public reads of the organisations, and where their mailed links go. */
export async function loadProfiles({ tx, who, cast, world, now }: Stage): Promise<void> {
  for (const [code, { kana, ja, en, confirm }] of Object.entries(world.directory.profiles)) {
    const organisationId = cast.organisation(code);
    const profile = {
      organisationId,
      nameKana: kana,
      descriptionJa: ja,
      descriptionEn: en,
      website: '',
      legalNumber: '',
    };
    granted(await saveProfile(tx, who, profile, now), code);
    if (confirm)
      granted(await setConfirmationAddress(tx, who, { organisationId, email: confirm }, now), code);
  }
}

/** The entries of one file, with the day on which each owner last said that it is right; some are mended at once. */
export async function loadEntries(stage: Stage, file: string): Promise<void> {
  const { tx, who, world, now } = stage;
  const entries = world.directory.entries[file] ?? [];
  const { municipalities, documents } = world.directory;
  const around = { municipalities, documents, today: tokyoDay(now) };
  const contents = entries.map((entry) => contentOf(entry, around));
  const inputs = entries.map((entry, at) => newService(stage, entry, contents[at] as ServiceContent));
  const written = granted(await createServices(tx, who, inputs, now), file);
  for (const [at, entry] of entries.entries()) {
    const { serviceId = '', version = 0 } = written[at] ?? {};
    const { draft, sealed, withdrawn, earlier, capacityNote: note = '' } = entry.state;
    const content = contents[at] as ServiceContent;
    if (earlier) granted(await editService(tx, who, { serviceId, version, content }, now), entry.code);
    if (withdrawn) granted(await withdrawService(tx, who, { serviceId, reason: withdrawn }, now), entry.code);
    const capacity = entry.state.capacity ?? (isOpenHanded(entry) ? 'accepting' : undefined);
    if (capacity && !draft && !sealed && !withdrawn)
      granted(await setCapacity(tx, who, { serviceId, capacity, note }, now), entry.code);
  }
}

function newService(
  { cast, now }: Stage,
  { code, org, state }: DemoEntry,
  content: ServiceContent,
): NewService {
  const { sealed, draft, withdrawn, earlier, confirmed = daysSince(code) } = state;
  const organisationId = cast.organisation(org);
  const isConfirmed = confirmed !== null && !draft && !withdrawn;
  return {
    organisationId,
    code,
    content: earlier ? { ...content, summary: earlier } : content,
    sealed,
    publish: !sealed && !draft,
    ...(isConfirmed ? { verified: { by: organisationId, on: addDays(tokyoDay(now), -confirmed) } } : {}),
  };
}

/** Between a day and eleven weeks, the same in every load. */
function daysSince(code: string): number {
  return 1 + (chanceOf(code) % 76);
}

/** One owner in six has said that they have room. */
function isOpenHanded({ code, kind }: DemoEntry): boolean {
  return kind !== 'scheme' && chanceOf(code) % 6 === 0;
}

function chanceOf(code: string): number {
  return [...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}
