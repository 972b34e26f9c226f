import type { Role } from '../../access.ts';
import type { Visit } from '../../web/visit.ts';

/** What somebody has to know before they begin, and where they do something about it. */
export interface HomeNotice {
  readonly tone: 'warn' | 'bad';
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly label: string;
}

export type Notices = (visit: Visit, roles: readonly Role[]) => Promise<readonly HomeNotice[]>;
