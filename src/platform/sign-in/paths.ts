import { path } from '../path.ts';

/** URLs of signing in and out. `next` leads back to the page that asked for a sign-in. */
export const paths = {
  signIn: path('/sign-in'),
  secondStep: path('/sign-in/second-step'),
  signOut: path('/sign-out'),
  /** Where a signed-in person arrives. */
  home: path('/staff'),
  /** One's own name, password, second factor and sessions. */
  account: path('/staff/account'),
};
