import {
  hasRole,
  organisationsWith,
  type Permission,
  permission,
  type Role,
  type Who,
} from '#platform/access.ts';
import { Forbidden } from '#platform/errors.ts';

/** Runs the headquarters' year: vocabularies, rounds, editions. */
export const secretariat: Role = {
  name: 'secretariat',
  words: { ja: '本部事務局', en: 'Secretariat' },
  at: ['prefecture', 'bureau'],
};

/** The second person: approves what goes public. */
export const approver: Role = {
  name: 'approver',
  words: { ja: '公表の承認者', en: 'Approver' },
  at: ['prefecture', 'bureau'],
};

/** Reports for a bureau. */
export const reporter: Role = {
  name: 'reporter',
  words: { ja: '局の報告担当', en: 'Bureau reporter' },
  at: ['bureau'],
};

/** What can be done in this area, and by which roles. Rules decide further by bureau and state. */
export const can = {
  readPrograms: permission('program.read', secretariat, approver, reporter),
  writeProgram: permission('program.write', secretariat, reporter),
  runYear: permission('year.run', secretariat),
  raiseProblem: permission('problem.raise', secretariat, reporter),
  decideProblem: permission('problem.decide', secretariat),
  runRound: permission('round.run', secretariat),
  readRound: permission('round.read', secretariat, approver, reporter),
  returnEntry: permission('entry.return', secretariat, reporter),
  decideEntry: permission('entry.decide', secretariat),
} satisfies Record<string, Permission>;

/** The secretariat, and the product itself (seeds, jobs): they decide for the whole year. */
export function isSecretariat(who: Who): boolean {
  return who.kind === 'system' || hasRole(who, secretariat);
}

/** The same sentence as the policy `writesProgram` of programs/tables.ts: the secretariat all, a reporter those of their bureaus. */
export function mayWriteProgram(who: Who, program: { readonly organisationId: string }): boolean {
  return isSecretariat(who) || organisationsWith(who, reporter).includes(program.organisationId);
}

export function mustBeSecretariat(who: Who, permission: Permission): void {
  if (!isSecretariat(who)) throw new Forbidden(permission.name);
}

export function mustWriteProgram(who: Who, program: { readonly organisationId: string }): void {
  if (!mayWriteProgram(who, program)) throw new Forbidden(can.writeProgram.name);
}
