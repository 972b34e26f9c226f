import { type Role, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { listHoldings } from '#platform/people/standing.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { mustSetRequirements } from '../access.ts';
import { findCourse } from '../courses/store.ts';
import {
  beginOf,
  decideRequirement,
  neverClosed,
  type Preview,
  previewOf,
  type RequirementRefusal,
} from './rules.ts';
import {
  insertRequirement,
  isRequired,
  listNames,
  lockRequirement,
  updateRequirementEnded,
} from './store.ts';

interface Wanted {
  readonly role: string;
  readonly courseId: string;
  readonly sinceDay: string;
}

export interface NamedPreview extends Omit<Preview, 'left'> {
  readonly left: readonly { readonly ja: string; readonly en: string | null }[];
}

/** Whom it would shut out, over all organisations: numbers, and the organisations at which nobody would be left. */
export async function previewRequirement(
  db: Database,
  who: Who,
  { role, courseId, sinceDay }: Wanted,
): Promise<NamedPreview> {
  mustSetRequirements(who);
  return inTransaction(db, system('training-preview'), async (tx) => {
    const preview = previewOf(await listHoldings(tx, { role, kind: courseId }), beginOf(sinceDay));
    return { ...preview, left: await listNames(tx, preview.left) };
  });
}

export function rolesToClose(roles: readonly Role[]): readonly Role[] {
  return roles.filter(({ name }) => !neverClosed.includes(name));
}

/** From the beginning of a day on, the role is closed for whoever has no valid certificate of the course. */
export async function setRequirement(
  db: Database,
  who: Who,
  { confirmed, roles, ...wanted }: Wanted & { confirmed: boolean; roles: readonly Role[] },
  now = new Date(),
): Promise<Result<{ requirementId: string }, RequirementRefusal>> {
  const { closed } = await previewRequirement(db, who, wanted);
  const { role, courseId, sinceDay } = wanted;
  return inTransaction(db, who, async (tx) => {
    const course = await findCourse(tx, courseId);
    const decision = decideRequirement(
      {
        roleFits: rolesToClose(roles).some(({ name }) => name === role),
        courseClosed: course.closedAt !== null,
        alreadySet: await isRequired(tx, wanted),
        sinceDay,
        closed,
        confirmed,
      },
      tokyoDay(now),
    );
    if (!decision.ok) return decision;
    const row = { role, courseId, since: beginOf(sinceDay), createdAt: now };
    const requirementId = await insertRequirement(tx, row);
    await record(
      tx,
      {
        event: 'training-requirement.set',
        subject: { kind: 'training-requirement', id: requirementId },
        facts: { role, courseId, sinceDay, closed },
      },
      now,
    );
    return ok({ requirementId });
  });
}

/** The role opens in the same moment. */
export async function endRequirement(
  db: Db,
  who: Who,
  requirementId: string,
  now = new Date(),
): Promise<Result<'ended', RequirementRefusal>> {
  mustSetRequirements(who);
  return inTransaction(db, who, async (tx) => {
    const requirement = await lockRequirement(tx, requirementId);
    if (requirement.endedAt) return refuse('already-ended');
    await updateRequirementEnded(tx, requirementId, now);
    const { role, courseId } = requirement;
    await record(
      tx,
      {
        event: 'training-requirement.end',
        subject: { kind: 'training-requirement', id: requirementId },
        facts: { role, courseId },
      },
      now,
    );
    return ok('ended');
  });
}
