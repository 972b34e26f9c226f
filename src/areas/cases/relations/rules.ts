/** What may be seen of a case is told by the class of the field, never by the screen on which it stands. */
export const fieldClasses = [
  'identity',
  'place',
  'basic',
  'record',
  'health',
  'violence',
  'immigration',
  'debts',
  'offence',
  'protected',
] as const;
/**
 * identity: name, birth, telephone · place: address · basic: worries, work, home, plan · record: what was done · health,
 * violence, immigration, debts, offence (what somebody was punished for): with extra care · protected: address and workplace of somebody whom another person looks for.
 */
export type FieldClass = (typeof fieldClasses)[number];

export const caseActions = ['see', 'write', 'export'] as const;
export type CaseAction = (typeof caseActions)[number];

/** The lawful ground on which somebody stands to a case. */
export const lanes = ['own', 'consent', 'meeting', 'urgency'] as const;
export type Lane = (typeof lanes)[number];

/** How somebody stands to a case; several at once are possible, `barred` is stronger than all. */
export const relationKinds = [
  'supervisor',
  'assigned',
  'worker',
  'member',
  'urgent',
  'revealed',
  'barred',
] as const;
export type RelationKind = (typeof relationKinds)[number];

const everyday: readonly FieldClass[] = ['identity', 'basic', 'record'];
const careful: readonly FieldClass[] = [
  ...everyday,
  'place',
  'health',
  'violence',
  'immigration',
  'debts',
  'offence',
];
const given = 'given';

interface Grant {
  readonly lane: Lane;
  readonly see: readonly FieldClass[] | typeof given;
  readonly write: readonly FieldClass[] | typeof given;
  readonly export: readonly FieldClass[];
}

/**
 * The access table: everything that is not in it is refused. `given`: the classes that the relation's row names, because they
 * were chosen one by one. The protected class is in no row: it opens for minutes, by a second person (`revealed`). Who received
 * a referral stands to what was shared with them and to nothing of the case: `referrals/tables.ts`.
 */
export const accessTable: Readonly<Record<Exclude<RelationKind, 'barred'>, Grant>> = {
  supervisor: { lane: 'own', see: careful, write: careful, export: careful },
  assigned: { lane: 'own', see: careful, write: careful, export: careful },
  worker: { lane: 'own', see: everyday, write: ['record'], export: [] },
  member: { lane: 'meeting', see: given, write: [], export: [] },
  urgent: { lane: 'urgency', see: given, write: [], export: [] },
  revealed: { lane: 'own', see: given, write: given, export: ['protected'] },
};

/** A row of `case_relations`: given for a time, to a person or to those who carry cases at an organisation. */
export interface RelationRow {
  readonly kind: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly classes: readonly string[];
  readonly beginsAt: Date;
  readonly endsAt: Date | null;
}

/** Somebody before a case, in plain facts. */
export interface Standing {
  readonly personId: string;
  /** Organisations at which they are case worker, and case supervisor. */
  readonly worksAt: readonly string[];
  readonly supervisesAt: readonly string[];
  readonly caseFile: {
    readonly organisationId: string;
    readonly assignedTo: string | null;
    /** From this moment on colleagues who are not named no longer see into it. */
    readonly fadesAt: Date | null;
    /** Somebody looks for this person: where they live counts as of the protected class. */
    readonly isProtected: boolean;
  };
  readonly rows: readonly RelationRow[];
  readonly now: Date;
}

interface Held {
  readonly kind: RelationKind;
  readonly classes: readonly string[];
}

/** Shut out by name, whatever else they are: stronger than every other row. */
export function isBarredFrom(rows: readonly RelationRow[], personId: string, now: Date): boolean {
  return rows.some(
    (row) =>
      row.kind === 'barred' &&
      row.personId === personId &&
      row.beginsAt <= now &&
      (!row.endsAt || row.endsAt > now),
  );
}

/** Every way in which somebody stands to a case now; none at all for whom the case does not exist. */
export function relationsOf(standing: Standing): readonly Held[] {
  const { personId, worksAt, supervisesAt, caseFile, rows, now } = standing;
  const open = rows.filter(({ beginsAt, endsAt }) => beginsAt <= now && (!endsAt || endsAt > now));
  if (isBarredFrom(rows, personId, now)) return [];
  const organisations = [...worksAt, ...supervisesAt];
  const held: Held[] = open
    .filter((row) =>
      row.personId ? row.personId === personId : organisations.includes(row.organisationId ?? ''),
    )
    .map(({ kind, classes }) => ({ kind: kind as RelationKind, classes }));
  const at = caseFile.organisationId;
  if (supervisesAt.includes(at)) held.push({ kind: 'supervisor', classes: [] });
  if (worksAt.includes(at) && caseFile.assignedTo === personId) held.push({ kind: 'assigned', classes: [] });
  if (worksAt.includes(at) && (!caseFile.fadesAt || caseFile.fadesAt > now))
    held.push({ kind: 'worker', classes: [] });
  return held;
}

/** Deny by default: something somewhere in the table has to allow it. */
export function mayDo(standing: Standing, action: CaseAction, fieldClass: FieldClass): boolean {
  const asked = fieldClass === 'place' && standing.caseFile.isProtected ? 'protected' : fieldClass;
  return relationsOf(standing).some(({ kind, classes }) => {
    if (kind === 'barred') return false;
    const allowed = accessTable[kind][action];
    return allowed === given ? classes.includes(asked) : allowed.includes(asked);
  });
}

/** The case itself, as a line with number, step and dates: for everybody who stands to it in any way. */
export function maySeeCase(standing: Standing): boolean {
  return relationsOf(standing).length > 0;
}

/** Hours for which a broken glass stays open, and days after the end until colleagues no longer see into a case. */
export const urgentHours = 24;
export const fadeDays = 90;
