import { addDays, tokyoDay } from '#platform/dates.ts';
import { saveMunicipalities } from '#areas/directory/municipalities/actions.ts';
import { sixDigits } from '#areas/directory/municipalities/rules.ts';
import { saveProfile, setConfirmationAddress } from '#areas/directory/organisations/actions.ts';
import {
  createService,
  editService,
  setCapacity,
  withdrawService,
} from '#areas/directory/services/actions.ts';
import type { ServiceContent } from '#areas/directory/services/content.ts';
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
  const { municipalities, documents, entries } = world.directory;
  const around = { municipalities, documents, today: tokyoDay(now) };
  for (const entry of entries[file] ?? []) {
    const content = contentOf(entry, around);
    const { draft, sealed, withdrawn, earlier, capacityNote: note = '' } = entry.state;
    const capacity = entry.state.capacity ?? (isOpenHanded(entry) ? 'accepting' : undefined);
    const first = earlier ? { ...content, summary: earlier } : content;
    const { serviceId, version } = await writeFirst(stage, entry, first);
    if (earlier) granted(await editService(tx, who, { serviceId, version, content }, now), entry.code);
    if (withdrawn) granted(await withdrawService(tx, who, { serviceId, reason: withdrawn }, now), entry.code);
    if (capacity && !draft && !sealed && !withdrawn)
      granted(await setCapacity(tx, who, { serviceId, capacity, note }, now), entry.code);
  }
}

async function writeFirst({ tx, who, cast, now }: Stage, entry: DemoEntry, content: ServiceContent) {
  const { code, org, state } = entry;
  const { sealed, draft, withdrawn, confirmed = daysSince(code) } = state;
  const organisationId = cast.organisation(org);
  const isConfirmed = confirmed !== null && !draft && !withdrawn;
  const created = {
    organisationId,
    code,
    content,
    sealed,
    publish: !sealed && !draft,
    ...(isConfirmed ? { verified: { by: organisationId, on: addDays(tokyoDay(now), -confirmed) } } : {}),
  };
  return granted(await createService(tx, who, created, now), code);
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
