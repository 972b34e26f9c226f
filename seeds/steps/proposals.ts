import { suggest } from '#areas/directory/proposals/actions.ts';
import { findServiceByCode } from '#areas/directory/services/store.ts';
import { granted } from '../cast.ts';
import type { Stage } from './programs.ts';

/** What people outside have written of entries: it waits for those who decide. */
export async function loadProposals({ tx, world, now }: Stage): Promise<void> {
  for (const { entry, items, source } of world.directory.proposals) {
    const service = entry ? await findServiceByCode(tx, entry) : undefined;
    if (entry && !service) throw new Error(`the demo world has no entry ${entry}`);
    granted(await suggest(tx, { serviceId: service?.id ?? null, items, source, email: '' }, now), source);
  }
}
