import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { can } from '../access.ts';
import type { SurveyQuestion } from './questions.ts';
import { decideClose, decidePublish, type SurveyRefusal, type SurveyState } from './rules.ts';
import {
  type FieldSurvey,
  findSurvey,
  insertSurvey,
  insertVersion,
  listTeams,
  lockSurvey,
  removeTeam,
  updateSurvey,
  writeTeam,
} from './store.ts';

export interface SurveyFacts {
  readonly title: string;
  readonly purpose: string;
  readonly opensOn: string;
  readonly closesOn: string;
}

function mustKeep(who: Who): void {
  if (who.kind !== 'system' && !can.keepSurvey.allows(who)) throw new Forbidden(can.keepSurvey.name);
}

async function leave(
  tx: Tx,
  surveyId: string,
  { did, now, facts = {} }: { did: string; now: Date; facts?: Record<string, unknown> },
) {
  await record(
    tx,
    { event: `field-survey.${did}`, subject: { kind: 'field-survey', id: surveyId }, facts },
    now,
  );
}

export async function createSurvey(
  db: Db,
  who: Who,
  given: SurveyFacts & { readonly questions: readonly SurveyQuestion[] },
  now = new Date(),
): Promise<string> {
  mustKeep(who);
  return inTransaction(db, who, async (tx) => {
    const surveyId = await insertSurvey(tx, { ...given, createdAt: now });
    await leave(tx, surveyId, { did: 'create', now });
    return surveyId;
  });
}

/** Words, days and questions; what is asked outside changes only when it is brought out (`publishSurvey`). */
export async function changeSurvey(
  db: Db,
  who: Who,
  { surveyId, change }: { surveyId: string; change: (survey: FieldSurvey) => Partial<FieldSurvey> },
  now = new Date(),
): Promise<Result<'changed', SurveyRefusal>> {
  mustKeep(who);
  return inTransaction(db, who, async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    const next = { ...survey, ...change(survey) };
    const state = survey.state as SurveyState;
    const decision = decidePublish({
      ...next,
      state,
      teams: 1,
      questions: next.questions.length > 0 ? next.questions : [anything],
    });
    if (!decision.ok) return decision;
    const { title, purpose, opensOn, closesOn, questions } = next;
    await updateSurvey(tx, surveyId, { title, purpose, opensOn, closesOn, questions });
    await leave(tx, surveyId, { did: 'edit', now });
    return ok('changed');
  });
}

/** A draft may still be without questions. */
const anything: SurveyQuestion = {
  code: 'q',
  kind: 'text',
  label: { ja: '', en: '' },
  hint: { ja: '', en: '' },
  options: [],
};

export async function publishSurvey(
  db: Db,
  who: Who,
  surveyId: string,
  now = new Date(),
): Promise<Result<{ version: number }, SurveyRefusal>> {
  mustKeep(who);
  return inTransaction(db, who, async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    const teams = (await listTeams(tx, surveyId)).length;
    const decision = decidePublish({ ...survey, state: survey.state as SurveyState, teams });
    if (!decision.ok) return decision;
    const version = survey.version + 1;
    await insertVersion(tx, { surveyId, version, questions: survey.questions, publishedAt: now });
    await updateSurvey(tx, surveyId, { state: 'open', version });
    await leave(tx, surveyId, { did: 'publish', now, facts: { version } });
    return ok({ version });
  });
}

export async function closeSurvey(
  db: Db,
  who: Who,
  surveyId: string,
  now = new Date(),
): Promise<Result<'closed', SurveyRefusal>> {
  mustKeep(who);
  return inTransaction(db, who, async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    const decision = decideClose({ state: survey.state as SurveyState });
    if (!decision.ok) return decision;
    const today = tokyoDay(now);
    const closesOn = survey.closesOn > today ? today : survey.closesOn;
    await updateSurvey(tx, surveyId, { state: 'closed', closesOn, closedAt: now });
    await leave(tx, surveyId, { did: 'close', now });
    return ok('closed');
  });
}

export async function setTeam(
  db: Db,
  who: Who,
  team: { surveyId: string; organisationId: string; municipalities: readonly string[] },
  now = new Date(),
): Promise<void> {
  mustKeep(who);
  await inTransaction(db, who, async (tx) => {
    await findSurvey(tx, team.surveyId);
    await writeTeam(tx, { ...team, municipalities: [...team.municipalities] });
    await leave(tx, team.surveyId, { did: 'team', now, facts: { organisationId: team.organisationId } });
  });
}

export async function endTeam(
  db: Db,
  who: Who,
  team: { surveyId: string; organisationId: string },
  now = new Date(),
): Promise<void> {
  mustKeep(who);
  await inTransaction(db, who, async (tx) => {
    await removeTeam(tx, team);
    await leave(tx, team.surveyId, { did: 'team-end', now, facts: { organisationId: team.organisationId } });
  });
}
