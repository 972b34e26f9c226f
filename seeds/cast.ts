import { type Membership, type PersonWho } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { findPersonByEmail } from '#platform/people/invitations/store.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import type { Result } from '#platform/result.ts';
import { loader } from './progress.ts';
import type { World } from './world.ts';

/** The people of the demo world as they act in the load, and its organisations by code. */
export interface Cast {
  readonly secretariat: PersonWho;
  readonly approver: PersonWho;
  readonly keeper: PersonWho;
  readonly reporterAt: (bureau: string) => PersonWho;
  readonly caseWorkerAt: (organisation: string) => PersonWho;
  readonly caseSupervisorAt: (organisation: string) => PersonWho;
  /** Anywhere, where no organisation is named. */
  readonly atDesk: (role: string, organisation?: string) => PersonWho;
  readonly organisation: (code: string) => string;
}

export async function readCast(db: Database, world: World): Promise<Cast> {
  return inTransaction(db, loader, async (tx) => {
    const organisations = new Map((await listOrganisations(tx)).map((each) => [each.code, each]));
    const organisation = (code: string) => {
      const found = organisations.get(code);
      if (!found) throw new Error(`the demo world has no organisation ${code}`);
      return found;
    };
    const people: PersonWho[] = [];
    for (const { email, name, roles } of world.people) {
      const person = await findPersonByEmail(tx, email);
      if (!person) throw new Error(`the demo world has no person ${email}`);
      const memberships = roles.map(({ role, at }): Membership => {
        const { id, kind, nameJa } = organisation(at);
        return {
          role,
          organisationId: id,
          organisationKind: kind as Membership['organisationKind'],
          organisationName: nameJa,
        };
      });
      people.push({ kind: 'person', personId: person.id, name, sessionId: '', memberships });
    }
    const holder = (role: string, at?: string) => {
      const found = people.find(({ memberships }) =>
        memberships.some(
          (held) => held.role === role && (!at || held.organisationId === organisation(at).id),
        ),
      );
      if (!found) throw new Error(`nobody in the demo world is ${role} ${at ?? ''}`);
      return found;
    };
    return {
      secretariat: holder('secretariat'),
      approver: holder('approver'),
      keeper: holder('directory-keeper'),
      reporterAt: (bureau) => holder('reporter', bureau),
      caseWorkerAt: (at) => holder('case-worker', at),
      caseSupervisorAt: (at) => holder('case-supervisor', at),
      atDesk: holder,
      organisation: (code) => organisation(code).id,
    };
  });
}

/** What an action gave; a refusal means that the demo world breaks a rule. */
export function granted<Value>(result: Result<Value, string>, what: string): Value {
  if (result.ok) return result.value;
  throw new Error(
    `the demo world is refused: ${what}: ${result.refusal} ${JSON.stringify(result.facts ?? {})}`,
  );
}
