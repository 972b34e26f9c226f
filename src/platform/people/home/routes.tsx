import { signedIn } from '../../access.ts';
import { paths } from '../../sign-in/paths.ts';
import { Routes } from '../../web/routes.ts';
import { HomePage } from './pages/home.tsx';

export const routes = new Routes().get(paths.home, signedIn, ({ view, page }) =>
  page(<HomePage view={view} />),
).list;
