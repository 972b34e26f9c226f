import { administrator, permission } from '../access.ts';

/** People, organisations, invitations. */
export const managePeople = permission('people.manage', administrator);
