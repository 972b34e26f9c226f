import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import type { CaseRefusal } from '../case-files/rules.ts';
import { type CaseFile, lockCaseFile } from '../case-files/store.ts';
import { domains } from './codes.ts';
import { decideScale, type ScaleRefusal, type Stages } from './rules.ts';
import { type CaseScale, insertScale } from './store.ts';

export interface ScaleInput {
  readonly caseId: string;
  readonly askedOn: string;
  readonly at: 'intake' | 'review';
  readonly withPerson: boolean;
  readonly stages: Stages;
  readonly remark: string;
}

/** いまの様子 as the person sees it, domain by domain; what they did not want to say is left out. */
export async function askScale(
  db: Db,
  who: Who,
  { vault, stages, remark, ...facts }: { vault: Vault } & ScaleInput,
  now = new Date(),
): Promise<Result<CaseScale, ScaleRefusal | CaseRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, facts.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    if (caseFile.closedOn) return refuse('case-closed');
    const decision = decideScale({ stages, askedOn: facts.askedOn, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    const id = crypto.randomUUID();
    const key = caseKey(vault, caseFile);
    const told = domains.flatMap((domain) => {
      const stage = stages[domain];
      return stage === undefined ? [] : [{ domain, class: domain === 'health' ? 'health' : 'basic', stage }];
    });
    const row = {
      ...facts,
      id,
      homeId: caseFile.organisationId,
      planRound: caseFile.planRound,
      sealed: remark ? seal(key, { text: remark, owner: ownerOf(id) }) : null,
      writtenBy: who.kind === 'person' ? who.personId : null,
      writtenAt: now,
    };
    const scale = await insertScale(tx, row, told);
    const said = { caseId: caseFile.id, at: facts.at, domains: told.length };
    await record(tx, { event: 'scale.ask', subject: { kind: 'scale', id }, facts: said }, now);
    return ok(scale);
  });
}

const ownerOf = (id: string) => `scale:${id}`;

export function scaleRemark(
  vault: Vault,
  caseFile: CaseFile,
  { id, sealed }: Pick<CaseScale, 'id' | 'sealed'>,
): string {
  return sealed ? unseal(caseKey(vault, caseFile), { sealed, owner: ownerOf(id) }) : '';
}
