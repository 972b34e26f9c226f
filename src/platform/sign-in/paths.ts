import { path } from '../path.ts';

const uuid = '[0-9a-f-]{36}';

/** URLs of signing in and out, and of one's own account. `next` leads back to the page that asked for a sign-in. */
export const paths = {
  signIn: path('/sign-in'),
  secondStep: path('/sign-in/second-step'),
  passkeyOptions: path('/sign-in/passkey/options'),
  passkey: path('/sign-in/passkey'),
  sso: path('/sign-in/sso'),
  ssoReturn: path('/sign-in/sso/return'),
  signOut: path('/sign-out'),
  /** Where a signed-in person arrives. */
  home: path('/staff'),
  account: path('/staff/account'),
  profile: path('/staff/account/profile'),
  password: path('/staff/account/password'),
  secondFactor: path('/staff/account/second-factor'),
  totpBegin: path('/staff/account/second-factor/app'),
  totpConfirm: path('/staff/account/second-factor/app/confirm'),
  totpRemove: path('/staff/account/second-factor/app/remove'),
  recoveryCodes: path('/staff/account/second-factor/recovery-codes'),
  newPasskeyOptions: path('/staff/account/passkeys/options'),
  newPasskey: path('/staff/account/passkeys'),
  renamePasskey: path(`/staff/account/passkeys/:id{${uuid}}/label`),
  removePasskey: path(`/staff/account/passkeys/:id{${uuid}}/remove`),
  endSession: path(`/staff/account/sessions/:id{${uuid}}/end`),
  endOtherSessions: path('/staff/account/sessions/end-others'),
};
