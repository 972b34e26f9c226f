import { type PersonWho, type Role, system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { giveConsent } from '../bases/actions.ts';
import { openCaseFile, type Reception, takeStep } from './actions.ts';
import type { CaseFile } from './store.ts';

/** An organisation that carries people; gives its id. */
export async function makeOrganisation(db: Database): Promise<string> {
  const code = crypto.randomUUID();
  return inTransaction(db, system('test'), (tx) =>
    insertOrganisation(tx, { kind: 'npo', code, nameJa: `見本の支援団体 ${code.slice(0, 4)}` }),
  );
}

/** Somebody with this role at an organisation, as an action sees them. */
export async function makeWorker(
  db: Database,
  { role, organisationId }: { role: Role; organisationId: string },
): Promise<PersonWho> {
  const personId = await inTransaction(db, system('test'), (tx) =>
    insertPerson(tx, {
      email: `${crypto.randomUUID()}@example.jp`,
      name: '試験 支援',
      memberships: [{ organisationId, role: role.name }],
    }),
  );
  const membership = {
    organisationId,
    organisationKind: 'npo',
    organisationName: '',
    role: role.name,
  } as const;
  return { kind: 'person', personId, name: '試験 支援', sessionId: '', memberships: [membership] };
}

/** A case of an invented person. */
export async function makeCase(
  { db, vault }: { db: Database; vault: Vault },
  { organisationId, ...reception }: Partial<Reception> & { organisationId: string },
): Promise<CaseFile> {
  const given = { vault, organisationId, assignedTo: null, ...reception };
  const opened = await openCaseFile(db, system('test'), given);
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

/** The same, taken as far as its assessment, carried by a worker. */
export async function makeAssessedCase(
  { db, vault }: { db: Database; vault: Vault },
  { organisationId, assignedTo }: { organisationId: string; assignedTo: string },
): Promise<CaseFile> {
  const on = '2026-04-01';
  const caseFile = await makeCase({ db, vault }, { organisationId, assignedTo, receivedOn: on });
  const caseId = caseFile.id;
  const who = system('test');
  const consent = { classes: ['identity', 'basic', 'record'], organisationIds: [organisationId] };
  const told = { purpose: '支援を一緒に進めるため', how: 'signed', wordsShown: '説明の言葉' };
  const done = [
    await takeStep(db, who, { caseId, step: 'screened', on, screening: 'supported' }),
    await giveConsent(db, who, { vault, caseId, ...consent, ...told, givenOn: on, untilOn: '2099-03-31' }),
    await takeStep(db, who, { caseId, step: 'assessed', on }),
  ];
  for (const step of done) if (!step.ok) throw new Error(step.refusal);
  return caseFile;
}
