import { addDays, tokyoDay } from '#platform/dates.ts';
import { takeMail } from '#areas/consultations/mails/actions.ts';
import { keepPhrase } from '#areas/consultations/phrases/actions.ts';
import { planShift } from '#areas/consultations/shifts/actions.ts';
import { weekAround } from '#areas/consultations/shifts/read.ts';
import { readClock } from '#areas/consultations/shifts/rules.ts';
import { granted } from '../cast.ts';
import type { DemoDesk } from '../consultations/files.ts';
import type { Stage } from './programs.ts';

/** Days for which people are planned. */
const plannedDays = 84;

/** What a supervisor keeps: the phrases of the desk, and who is on duty week after week. */
export async function loadDeskWork({ tx, cast, who, now }: Stage, desk: DemoDesk): Promise<void> {
  if (who.kind !== 'person') throw new Error('a desk is kept by its supervisor');
  const deskId = cast.organisation(desk.organisation);
  for (const [at, phrase] of desk.phrases.entries()) {
    const kept = await keepPhrase(tx, who, { deskId, position: (at + 1) * 10, ...phrase }, now);
    granted(kept, `phrase ${phrase.code}`);
  }
  const today = tokyoDay(now);
  for (const { role, days, doors, ...hours } of desk.shifts) {
    const { personId } = cast.atDesk(role, desk.organisation);
    const [from, to] = [readClock(hours.from) ?? 0, readClock(hours.to) ?? 0];
    for (const day of weekAround(today).filter((_, at) => days.includes(at + 1))) {
      const shift = { deskId, personId, day, from, to, doors, until: addDays(today, plannedDays) };
      granted(await planShift(tx, who, shift, now), `shift of ${desk.code}`);
    }
  }
}

/** Mails in invented words that wait for an answer. */
export async function loadMails({ tx, vault, now }: Stage, desk: DemoDesk): Promise<void> {
  for (const [at, { from, subject, text }] of desk.mails.entries()) {
    const mail = {
      from,
      to: desk.mail ? [desk.mail.address] : [],
      subject,
      messageId: `${desk.code}-${at}@example.jp`,
      references: [],
      text,
      attachments: [],
      marks: {
        autoSubmitted: '',
        precedence: '',
        suppressesAnswers: false,
        isList: false,
        isReport: false,
        isFailure: false,
      },
      returned: [],
    };
    granted(await takeMail(tx, { vault, mail, from: 'tsunagi@localhost' }, now), `mail ${subject}`);
  }
}
