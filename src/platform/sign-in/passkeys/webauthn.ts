import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** Ten megabytes, which only sign-in by passkey needs. */
const webauthn = () => import('@simplewebauthn/server');

/** A passkey as it is kept. */
export interface Passkey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** The site as authenticators know it: its host name, and the origin pages have to come from. */
function siteOf(publicUrl: string): { rpID: string; origin: string } {
  const url = new URL(publicUrl);
  return { rpID: url.hostname, origin: url.origin };
}

/** Asks for a passkey that can be found without a name being typed, on a device that checks who holds it. */
export async function newPasskeyOptions(input: {
  publicUrl: string;
  siteName: string;
  personId: string;
  email: string;
  name: string;
  known: readonly Pick<Passkey, 'credentialId' | 'transports'>[];
}) {
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpID: siteOf(input.publicUrl).rpID,
    rpName: input.siteName,
    userID: new TextEncoder().encode(input.personId),
    userName: input.email,
    userDisplayName: input.name,
    attestationType: 'none',
    excludeCredentials: input.known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The new passkey that a browser made for our challenge, or null when anything about it is wrong. */
export async function readNewPasskey(
  response: string,
  { challenge, publicUrl }: { challenge: string; publicUrl: string },
): Promise<Passkey | null> {
  const { rpID, origin } = siteOf(publicUrl);
  const { verifyRegistrationResponse } = await webauthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: JSON.parse(response) as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] };
  } catch {
    return null;
  }
}

/** Any passkey of this site may answer: who it is shows from the answer. */
export async function passkeySignInOptions(publicUrl: string) {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({ rpID: siteOf(publicUrl).rpID, userVerification: 'required' });
}

/** The credential that an answer names, without having been checked. */
export function credentialIdOf(response: string): string | null {
  try {
    const { id } = JSON.parse(response) as { id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** The new counter when the passkey's owner signed our challenge; null when anything is wrong, also a counter that ran back. */
export async function checkPasskey(
  response: string,
  { challenge, publicUrl, passkey }: { challenge: string; publicUrl: string; passkey: Passkey },
): Promise<number | null> {
  const { rpID, origin } = siteOf(publicUrl);
  const { verifyAuthenticationResponse } = await webauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: JSON.parse(response) as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
