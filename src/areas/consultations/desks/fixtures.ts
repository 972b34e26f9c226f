import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import type { Hours } from '#areas/directory/index.ts';
import { openDesk } from './actions.ts';
import type { DeskSettings } from './settings.ts';

/** Every day, day and night. */
export const dayAndNight: Hours = {
  alwaysOpen: true,
  rules: [],
  publicHolidays: 'same',
  closures: [],
  exceptions: [],
};

export function exampleSettings(change: Partial<DeskSettings> = {}): DeskSettings {
  const door = { open: true, lines: 3, hours: dayAndNight, retentionDays: 90 };
  return {
    doors: { phone: door, line: door, mail: door, chat: door, visit: door },
    chatsPerCounsellor: 3,
    twoPeople: false,
    firstAnswerSeconds: 60,
    answerSeconds: 180,
    quietMinutes: 30,
    escalationMinutes: 5,
    transferMinutes: 15,
    readers: { ja: '試験の窓口の相談員と責任者だけです', en: 'Only the counsellors of this desk' },
    survey: true,
    line: { mode: 'doorbell', decision: '', pushesPerMonth: 200 },
    ...change,
  };
}

/** A desk of its own organisation; gives the id that both have. */
export async function makeDesk(
  db: Database,
  {
    code = `d-${crypto.randomUUID().slice(0, 8)}`,
    settings = {},
  }: { code?: string; settings?: Partial<DeskSettings> } = {},
): Promise<{ deskId: string; code: string }> {
  const who = system('test');
  return inTransaction(db, who, async (tx) => {
    const deskId = await insertOrganisation(tx, { kind: 'desk', code, nameJa: '試験の相談窓口' });
    const opened = await openDesk(tx, who, {
      organisationId: deskId,
      code,
      nameJa: '試験の相談窓口',
      nameEn: 'Example desk',
      settings: exampleSettings(settings),
    });
    if (!opened.ok) throw new Error(opened.refusal);
    return { deskId, code };
  });
}
