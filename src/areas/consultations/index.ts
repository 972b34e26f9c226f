/** The door of the area: what others may call. */
export { counsellor, deskSupervisor } from './access.ts';
export { codes } from './contacts/codes.ts';
export { becomeCase, deskOfContact, type OnwardContact, readOnward } from './contacts/onward.ts';
export type { OnwardRefusal } from './contacts/rules.ts';
export { countContactsOfDesks, countContactsOfYear, countDeskMonths, countMissed } from './counts/read.ts';
export type { DeskMonth, MissedCount } from './counts/read.ts';
export { listDesks } from './desks/store.ts';
export { listTaken } from './contacts/store.ts';
export { joinNotices, receiveNotice } from './notices/actions.ts';
export { answerRate, protectedCount } from './counts/rules.ts';
export { words as boardWords } from './boards/words.ts';
export { doors } from './desks/settings.ts';
export { newPassphrase, readNumber, readPassphrase } from './talks/passphrase.ts';
export { afterWrongTry, restMinutes } from './talks/rules.ts';
