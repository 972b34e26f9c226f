import { ok, refuse, type Result } from '#platform/result.ts';

export const watchKinds = [
  'shop',
  'carrier',
  'newspaper',
  'neighbours',
  'utility',
  'finance',
  'medical',
  'other',
] as const;
export type WatchKind = (typeof watchKinds)[number];

export type WatchRefusal = 'desk-unknown' | 'member-left';

/** Notices go to desks that are there; a desk that closed is no desk. */
export function decideNetwork(
  { deskId, routes }: { deskId: string; routes: Readonly<Record<string, string | undefined>> },
  desks: readonly string[],
): Result<'save', WatchRefusal> {
  const named = [deskId, ...Object.values(routes).filter((id) => id !== undefined)];
  return named.every((id) => desks.includes(id)) ? ok('save') : refuse('desk-unknown');
}

/** Whoever left comes again as a new member, with a link of their own. */
export function decideMember({ leftAt }: { leftAt: Date | null }): Result<'change', WatchRefusal> {
  return leftAt ? refuse('member-left') : ok('change');
}
