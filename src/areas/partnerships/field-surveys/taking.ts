import { hasRole, organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import type { RefusalFacts } from '#platform/result.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, surveyor } from '../access.ts';
import { decideTold, seenAt, type SurveyRefusal, type SurveyState, type Told } from './rules.ts';
import { findSurvey, insertEdits, listTeams, listVersions, type NewEdit, type Team } from './store.ts';

/** One state of one answer, as a telephone or a form sends it. */
export interface Sent extends Told {
  readonly id: string;
  readonly answerId: string;
  readonly version: number;
  readonly sequence: number;
  readonly wroteAt: Date;
}

export interface Taken {
  readonly saved: readonly string[];
  readonly refused: readonly {
    readonly id: string;
    readonly refusal: SurveyRefusal;
    readonly facts?: RefusalFacts;
  }[];
}

/**
 * Takes what was written outside, in whatever order it comes and however often: each edit for itself, so that one that cannot be kept
 * holds up none of the others. In the order in which they were written; `sentAt`: the telephone's clock at sending.
 */
export async function takeAnswers(
  db: Db,
  who: Who,
  { surveyId, sentAt, edits }: { surveyId: string; sentAt: Date; edits: readonly Sent[] },
  now = new Date(),
): Promise<Taken> {
  if (who.kind !== 'system' && !hasRole(who, surveyor)) throw new Forbidden(can.answerSurvey.name);
  return inTransaction(db, who, async (tx) => {
    const ground = await groundOf(tx, surveyId);
    const rows: NewEdit[] = [];
    const refused: Taken['refused'][number][] = [];
    let before: Date | undefined;
    for (const edit of edits) {
      const clock = seenAt({ wroteAt: edit.wroteAt, sentAt, before }, now);
      before = edit.wroteAt;
      const facts = {
        ...ground.facts,
        on: tokyoDay(clock.at),
        questions: ground.versions.get(edit.version) ?? [],
      };
      const told = decideTold(edit, facts);
      if (told.ok)
        rows.push({
          ...rowOf(edit, told.value, clock),
          surveyId,
          organisationId: ground.organisationId,
          receivedAt: now,
        });
      else refused.push({ id: edit.id, refusal: told.refusal, ...(told.facts && { facts: told.facts }) });
    }
    const added = await insertEdits(tx, rows);
    const subject = { kind: 'field-survey', id: surveyId };
    if (added > 0) await record(tx, { event: 'field-survey.answer', subject, facts: { added } }, now);
    return { saved: rows.map(({ id }) => id), refused };
  });
}

async function groundOf(tx: Tx, surveyId: string) {
  const { state, opensOn, closesOn } = await findSurvey(tx, surveyId);
  const team = teamOf(tx.who, await listTeams(tx, surveyId));
  const known = (await listMunicipalities(tx)).map(({ code }) => code);
  return {
    organisationId: team.organisationId,
    versions: await listVersions(tx, surveyId),
    facts: { state: state as SurveyState, opensOn, closesOn, known, area: team.municipalities },
  };
}

function rowOf(edit: Sent, told: Told, { at, behind, doubtful }: ReturnType<typeof seenAt>) {
  const { id, answerId, version, sequence } = edit;
  const { municipality, seen, values, removed } = told;
  const clock = { seenAt: at, clockBehind: behind, clockDoubtful: doubtful };
  return { id, answerId, version, sequence, municipality, seen, values, removed, ...clock };
}

function teamOf(who: Who, teams: readonly Team[]): Team {
  const own = organisationsWith(who, surveyor);
  const team = teams.find(({ organisationId }) => who.kind === 'system' || own.includes(organisationId));
  if (!team) throw new Forbidden(can.answerSurvey.name);
  return team;
}
