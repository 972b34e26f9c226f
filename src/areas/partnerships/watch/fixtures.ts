import type { PersonWho } from '#platform/access.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import type { SignedIn, TestApp } from '#src/app.testing.ts';
import { watchKeeper } from '../access.ts';
import { addMember, saveNetwork } from './actions.ts';

export interface TestNetwork {
  readonly keeper: SignedIn;
  readonly organisationId: string;
  readonly deskId: string;
  /** Where consumer harm goes. */
  readonly shopsDeskId: string;
}

/** A municipality with a network that two desks answer for, and its keeper. */
export async function makeNetwork(app: TestApp, { open = true } = {}): Promise<TestNetwork> {
  const { deskId } = await makeDesk(app.db);
  const { deskId: shopsDeskId } = await makeDesk(app.db);
  const keeper = await app.signIn(watchKeeper, { kind: 'municipality' });
  const { organisationId } = keeper;
  const about = { aboutJa: 'みんなで見守ります。', aboutEn: '' };
  const network = { organisationId, ...about, deskId, routes: { consumer: shopsDeskId }, open };
  const saved = await saveNetwork(app.db, keeper.who, network);
  if (!saved.ok) throw new Error(saved.refusal);
  return { keeper, organisationId, deskId, shopsDeskId };
}

/** A shop that watches, with its link. */
export function makeWatchMember(
  app: TestApp,
  { who, organisationId }: { who: PersonWho; organisationId: string },
  { name = '見本商店', mail = '' }: { name?: string; mail?: string } = {},
): Promise<{ memberId: string; token: string }> {
  const { vault } = app.tools;
  const reached = { person: '店の人', mail, lang: 'ja' } as const;
  return addMember(app.db, who, { vault, organisationId, name, kind: 'shop', ...reached });
}
