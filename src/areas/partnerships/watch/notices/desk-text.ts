import type { Network, WatchMember } from '../store.ts';
import type { Told } from './actions.ts';
import type { Sign } from './rules.ts';
import { words } from './words.ts';

/** A notice as the desk reads it: in Japanese, as desks work. */
export function deskText({
  network,
  member,
  signs,
  urgent,
  told,
  again = false,
}: {
  network: Network;
  member: WatchMember | undefined;
  signs: readonly Sign[];
  urgent: boolean;
  told: Told;
  /** A further notice of the same person. */
  again?: boolean;
}): string {
  const t = words.ja;
  const lines = [
    again ? t.deskAgain : t.deskHead(network.nameJa),
    ...(urgent ? [t.deskUrgent] : []),
    `${t.signsLabel}：${signs.map((sign) => t.signs[sign]).join('、')}`,
    `${t.place}：${told.place}`,
    ...(told.words ? [`${t.more}：${told.words}`] : []),
    ...(told.noticed ? [`${t.noticed}：${told.noticed}`] : []),
    `${t.from}：${[member?.name, told.name].filter(Boolean).join(' ') || t.unnamed}`,
    ...(told.reach ? [`${t.reach}：${told.reach}`] : []),
  ];
  return lines.join('\n');
}
