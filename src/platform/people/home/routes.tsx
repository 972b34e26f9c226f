import { type Role, signedIn } from '../../access.ts';
import { paths } from '../../sign-in/paths.ts';
import { listRolesWaiting } from '../../sign-in/second-factor/read.ts';
import { type Route, Routes } from '../../web/routes.ts';
import { HomePage } from './pages/home.tsx';

/** The first page after signing in. */
export function homeRoutes(roles: readonly Role[]): readonly Route[] {
  return new Routes().get(paths.home, signedIn, async ({ db, person, view, lang, page }) => {
    const waiting = await listRolesWaiting(db, person, roles);
    return page(<HomePage view={view} rolesWaiting={waiting.map((role) => role.words[lang])} />);
  }).list;
}
