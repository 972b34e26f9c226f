import {
  organisationsWith,
  type Permission,
  permission,
  type Role,
  signedIn,
  type Who,
} from '#platform/access.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { secretariat } from '#areas/programs/index.ts';

/** 研修の担当: makes courses and sessions, keeps entries and attendance, gives certificates. */
export const trainingKeeper: Role = {
  name: 'training-keeper',
  words: { ja: '研修の担当', en: 'Training keeper' },
  at: ['prefecture', 'bureau', 'municipality', 'npo'],
};

/** What can be done in this area, and by which roles; whose session, row-level security asks. */
export const can = {
  /** Their own entries and certificates. */
  readOwn: { ...signedIn, name: 'training.read-own' },
  keepCourses: permission('training.keep', trainingKeeper),
  /** Which roles need which course: the secretariat alone, since it shuts people out. */
  keepRequirements: permission('training-requirement.keep', secretariat),
  readFigures: permission('training.figures', trainingKeeper, secretariat),
} satisfies Record<string, Permission>;

/** Somebody of another organisation does not learn whether it is there. */
export function mustKeepAt(who: Who, organisationId: string): void {
  if (!keepsAt(who, organisationId)) throw new NotFound('training');
}

export function keptBy(who: Who): readonly string[] {
  return organisationsWith(who, trainingKeeper);
}

export function mustSetRequirements(who: Who): void {
  if (who.kind !== 'system' && !can.keepRequirements.allows(who))
    throw new Forbidden(can.keepRequirements.name);
}

function keepsAt(who: Who, organisationId: string): boolean {
  return who.kind === 'system' || keptBy(who).includes(organisationId);
}
