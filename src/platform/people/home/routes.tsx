import { type Role, signedIn } from '../../access.ts';
import { paths } from '../../sign-in/paths.ts';
import { listRolesWaiting } from '../../sign-in/second-factor/read.ts';
import { type Route, Routes } from '../../web/routes.ts';
import type { Notices } from './notices.ts';
import { HomePage } from './pages/home.tsx';

/** The first page after signing in. */
export function homeRoutes(roles: readonly Role[], noticesOf: Notices): readonly Route[] {
  return new Routes().get(paths.home, signedIn, async (visit) => {
    const { db, person, view, lang, page } = visit;
    const waiting = await listRolesWaiting(db, person, roles);
    const notices = await noticesOf(visit, roles);
    const rolesWaiting = waiting.map((role) => role.words[lang]);
    return page(<HomePage view={view} rolesWaiting={rolesWaiting} notices={notices} />);
  }).list;
}
