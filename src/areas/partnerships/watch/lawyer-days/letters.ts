import type { Tx } from '#platform/database/database.ts';
import { dayName } from '#platform/dates.ts';
import { postAll } from '#platform/mail/outbox.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { lawyerPaths } from '../../paths.ts';
import { mailWords } from './mail-words.ts';
import { openBooking } from './people.ts';
import { timeOf } from './rules.ts';
import type { Booking, LawyerDay } from './store.ts';

export interface Outside {
  readonly vault: Vault;
  readonly publicUrl: string;
}

export type Letter = 'held' | 'waiting' | 'movedUp' | 'booked' | 'cancelled' | 'dayCancelled' | 'reminder';

/** A letter about each booking, where there is an address: day, time, place and the link, and nothing of why. */
export async function tell(
  tx: Tx,
  {
    vault,
    publicUrl,
    day,
    bookings,
    letter,
  }: Outside & { day: LawyerDay; bookings: readonly Booking[]; letter: Letter },
): Promise<void> {
  const mails = bookings.flatMap((booking) => {
    const person = openBooking(vault, booking);
    if (!person?.mail) return [];
    const time = booking.slot === null ? '' : timeOf(day, booking.slot);
    const when = `${dayName(person.lang, day.day)} ${time}`.trim();
    const url = publicUrl + lawyerPaths.booking.to({ token: person.token });
    const { subject, body } = mailWords[person.lang][letter];
    return [{ to: person.mail, subject, body: body({ when, place: day.place, url }) }];
  });
  await postAll(tx, mails);
}
