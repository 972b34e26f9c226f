/** Thrown things, mapped to a page once, in `app.onError`. Anything else thrown is a bug. */

/** The row does not exist, or exists and may not be seen: the two are never told apart. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor(what: string) {
    super(`${what} not found`);
  }
}

/** Somebody asks for what their role does not carry. Shown as 403, or as the sign-in page to the anonymous. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly permission: string;
  constructor(permission: string) {
    super(`needs ${permission}`);
    this.permission = permission;
  }
}

/** Two people did the same thing at once; the second is told and may look again. `what` is a constraint or a noun. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly what: string;
  constructor(what: string) {
    super(`conflict: ${what}`);
    this.what = what;
  }
}

/** The one who starts the process can mend it: printed as one clear line, exit 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
