import type { PersonWho, Role } from '../../access.ts';
import { type Db, inTransaction, type Tx } from '../../database/database.ts';
import type { Visit } from '../../web/visit.ts';
import { findNamesOf } from '../passkeys/store.ts';
import { findSessionRow, listRolesHeld } from '../store.ts';
import { otpauthUri } from './codes.ts';
import type { SecondFactorState } from './pages/second-factor.tsx';
import { unseal } from '../../vault/seal.ts';
import { secondFactorsMayChange } from './session.ts';
import { countRecoveryCodes, findTotp } from './store.ts';

/** What the page about one's second factor shows. */
export async function readSecondFactors(
  { db, person, tools, view, lang }: Pick<Visit, 'db' | 'person' | 'tools' | 'view' | 'lang'>,
  roles: readonly Role[],
): Promise<SecondFactorState> {
  const { personId } = person;
  return inTransaction(db, person, async (tx) => {
    const row = await findTotp(tx, personId);
    const { email: account } = await findNamesOf(tx, personId);
    const secret =
      row && !row.confirmedAt ? unseal(tools.secretKey, { sealed: row.secret, owner: personId }) : undefined;
    return {
      mayChange: await secondFactorsMayChange(tx, person),
      totp: row?.confirmedAt ? 'on' : row ? 'waiting' : 'off',
      secret:
        secret === undefined
          ? undefined
          : {
              key: (secret.match(/.{1,4}/g) ?? []).join(' '),
              uri: otpauthUri({ secret, account, issuer: view.site.title[lang] }),
              account,
            },
      codesLeft: await countRecoveryCodes(tx, personId),
      rolesWaiting: (await rolesWaitingIn(tx, person, roles)).map((role) => role.words[lang]),
    } satisfies SecondFactorState;
  });
}

/** Roles that somebody holds and cannot use, because this session has no second factor. */
export async function listRolesWaiting(
  db: Db,
  who: PersonWho,
  roles: readonly Role[],
): Promise<readonly Role[]> {
  return inTransaction(db, who, (tx) => rolesWaitingIn(tx, who, roles));
}

async function rolesWaitingIn(tx: Tx, who: PersonWho, roles: readonly Role[]): Promise<readonly Role[]> {
  if ((await findSessionRow(tx, who.sessionId)).secondFactor) return [];
  const held = await listRolesHeld(tx, who.personId);
  return roles.filter((role) => role.secondFactor && held.includes(role.name));
}
