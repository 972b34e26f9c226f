import { publishFlow, saveFlow } from '#areas/directory/navigator/actions.ts';
import { saveSchemes } from '#areas/directory/schemes/actions.ts';
import { granted } from '../cast.ts';
import type { Stage } from './programs.ts';

/** The schemes with their rules, and the conversation, after the entries that both name. */
export async function loadNavigator({ tx, who, world, now }: Stage): Promise<void> {
  const { navigator: flow, schemes } = world.directory;
  granted(await saveSchemes(tx, who, schemes, now), 'schemes');
  if (!flow) return;
  granted(await saveFlow(tx, who, { flow }, now), 'navigator');
  granted(await publishFlow(tx, who, {}, now), 'navigator');
}
