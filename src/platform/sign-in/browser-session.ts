import type { Role } from '../access.ts';
import { type Cookies, cookiesFor, sessionCookie } from '../web/cookies.ts';
import type { Visit } from '../web/visit.ts';
import type { Browser, SignedIn } from './actions.ts';
import { type CeremonyKind, ceremonySeconds } from './ceremonies.ts';
import { paths } from './paths.ts';
import { deviceOf } from './rules.ts';

type AnyVisit = Pick<Visit, 'c' | 'tools' | 'who' | 'go'>;

const cookiesOf = (visit: AnyVisit): Cookies => cookiesFor(visit.tools.publicUrl);
const nameOf = (kind: CeremonyKind) => `ceremony-${kind}`;

/** What is kept of the browser that signs in. */
export function browserOf({ c, who }: AnyVisit): Browser {
  return {
    device: deviceOf(c.req.header('user-agent')),
    sessionId: who.kind === 'person' ? who.sessionId : undefined,
  };
}

export function writeSession(visit: AnyVisit, token: string): void {
  cookiesOf(visit).write(visit.c, sessionCookie, token);
}

export function dropSession(visit: AnyVisit): void {
  cookiesOf(visit).drop(visit.c, sessionCookie);
}

export function ceremonyToken(visit: AnyVisit, kind: CeremonyKind): string | undefined {
  return cookiesOf(visit).read(visit.c, nameOf(kind));
}

export function writeCeremony(visit: AnyVisit, kind: CeremonyKind, token: string): void {
  cookiesOf(visit).write(visit.c, nameOf(kind), token, { maxAgeSeconds: ceremonySeconds });
}

export function dropCeremony(visit: AnyVisit, kind: CeremonyKind): void {
  cookiesOf(visit).drop(visit.c, nameOf(kind));
}

/** To the page that was asked for, to the second step, or to setting one up when a role of theirs asks for it. */
export function goOn(visit: AnyVisit, signedIn: SignedIn, roles: readonly Role[]): Response {
  if (signedIn.step === 'second') {
    writeCeremony(visit, 'second-step', signedIn.token);
    return visit.go(paths.secondStep.to({}));
  }
  writeSession(visit, signedIn.token);
  const { next, rolesWithout } = signedIn;
  const asked = roles.some((role) => role.secondFactor && rolesWithout.includes(role.name));
  return visit.go(asked ? paths.secondFactor.to({}, { next }) : next);
}
