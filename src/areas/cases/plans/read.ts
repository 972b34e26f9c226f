import type { Tx } from '#platform/database/database.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { caseKey } from '../case-files/read.ts';
import type { CaseFile } from '../case-files/store.ts';
import type { FieldClass } from '../relations/rules.ts';
import { missingParts, type PlanContent, type PlanPart } from './rules.ts';
import { type CasePlan, listItems, listTexts, type PlanItemRow } from './store.ts';

/** Issues in words of the classes that want care, beside those that everybody on the case may read. */
export const carefulClasses = ['health', 'violence', 'immigration', 'debts', 'offence'] as const;
export type CarefulClass = (typeof carefulClasses)[number];

export interface PlanTexts {
  readonly issues: string;
  readonly longGoal: string;
  readonly goal: string;
  readonly remark: string;
  /** What the supervisor wants changed. */
  readonly returned: string;
}
export const noTexts: PlanTexts = { issues: '', longGoal: '', goal: '', remark: '', returned: '' };

export interface PlanItem extends Omit<PlanItemRow, 'sealed'> {
  readonly what: string;
  readonly note: string;
}

/** A plan as far as the reader may see: what row-level security left out is missing. */
export interface OpenPlan {
  readonly plan: CasePlan;
  readonly texts: PlanTexts;
  readonly careful: Readonly<Partial<Record<CarefulClass, string>>>;
  readonly items: readonly PlanItem[];
}

export function sealFor(
  vault: Vault,
  caseFile: CaseFile,
  { owner, value }: { owner: string; value: unknown },
): string {
  return seal(caseKey(vault, caseFile), { text: JSON.stringify(value), owner });
}

export function openFor(
  vault: Vault,
  caseFile: CaseFile,
  { owner, sealed }: { owner: string; sealed: string },
): unknown {
  return JSON.parse(unseal(caseKey(vault, caseFile), { sealed, owner }));
}

export const textOwner = (planId: string, fieldClass: FieldClass) => `plan:${planId}:${fieldClass}`;
export const itemOwner = (itemId: string) => `plan-item:${itemId}`;

export async function openPlan(
  tx: Tx,
  { vault, caseFile, plan }: { vault: Vault; caseFile: CaseFile; plan: CasePlan },
): Promise<OpenPlan> {
  const [texts, rows] = [await listTexts(tx, plan.id), await listItems(tx, plan.id)];
  const read = (fieldClass: FieldClass) => {
    const row = texts.find((each) => each.class === fieldClass);
    const owner = textOwner(plan.id, fieldClass);
    return row ? openFor(vault, caseFile, { owner, sealed: row.sealed }) : undefined;
  };
  const careful = carefulClasses.flatMap((each) => {
    const found = read(each) as { issues: string } | undefined;
    return found ? [[each, found.issues] as const] : [];
  });
  return {
    plan,
    texts: { ...noTexts, ...(read('basic') as Partial<PlanTexts> | undefined) },
    careful: Object.fromEntries(careful),
    items: rows.map(({ sealed, ...row }) => ({
      ...row,
      ...(openFor(vault, caseFile, { owner: itemOwner(row.id), sealed }) as { what: string; note: string }),
    })),
  };
}

export function missingOf({ plan, texts, careful, items }: OpenPlan): readonly PlanPart[] {
  const content: PlanContent = {
    ...plan,
    issues: texts.issues || Object.values(careful).join(''),
    goal: texts.goal,
    bearers: items.map(({ bearer }) => bearer),
  };
  return missingParts(content);
}
