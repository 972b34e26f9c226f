import { z } from 'zod';
import { field } from '#platform/web/form.ts';
import { closedDoor, type DeskSettings, type Door, doors } from './settings.ts';

/** `phone.open`, `phone.lines`, `phone.retentionDays` … for each door. */
function perDoor<Name extends string, Kind extends z.ZodType>(name: Name, kind: () => Kind) {
  return Object.fromEntries(doors.map((door) => [`${door}.${name}`, kind()])) as unknown as Record<
    `${Door}.${Name}`,
    Kind
  >;
}

export const settingsForm = z.object({
  version: field.whole(),
  nameJa: field.text(60),
  nameEn: field.text(100),
  ...perDoor('open', field.checkbox),
  ...perDoor('lines', () => field.whole({ min: 1, max: 500 })),
  ...perDoor('retentionDays', () => field.whole({ min: 1, max: 1825 })),
  chatsPerCounsellor: field.whole({ min: 1, max: 20 }),
  twoPeople: field.checkbox(),
  firstAnswerSeconds: field.whole({ min: 10, max: 86_400 }),
  answerSeconds: field.whole({ min: 10, max: 86_400 }),
  quietMinutes: field.whole({ min: 5, max: 1440 }),
  escalationMinutes: field.whole({ min: 1, max: 1440 }),
  transferMinutes: field.whole({ min: 1, max: 1440 }),
  readersJa: field.optionalText(300),
  readersEn: field.optionalText(300),
  survey: field.checkbox(),
  attachments: field.checkbox(),
});

/** What the form says over the settings as they are; hours and LINE have pages of their own. */
export function settled(before: DeskSettings, typed: z.output<typeof settingsForm>): DeskSettings {
  const { chatsPerCounsellor, twoPeople, firstAnswerSeconds, answerSeconds } = typed;
  const { quietMinutes, escalationMinutes, transferMinutes, survey, attachments } = typed;
  const settings = Object.fromEntries(
    doors.map((door) => [
      door,
      {
        open: typed[`${door}.open`],
        lines: typed[`${door}.lines`],
        hours: (before.doors[door] ?? closedDoor).hours,
        retentionDays: typed[`${door}.retentionDays`],
      },
    ]),
  );
  return {
    ...before,
    doors: settings,
    chatsPerCounsellor,
    twoPeople,
    firstAnswerSeconds,
    answerSeconds,
    quietMinutes,
    escalationMinutes,
    transferMinutes,
    readers: { ja: typed.readersJa, en: typed.readersEn },
    survey,
    attachments,
  };
}
