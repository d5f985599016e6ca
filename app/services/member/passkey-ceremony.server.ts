import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import type { Passkey } from "#db/queries/passkey.ts";
import type { CreatedPasskey, UsedPasskey } from "./passkey-answer.ts";
import type { RelyingParty } from "./relying-party.ts";

// No type of authenticator is asked for or refused: attestation would tell us whose key it is and no more.
const algorithms = [-8, -7, -257];

export interface NewPasskeyFor {
  accountId: string;
  /** What the device shows the passkey as. */
  email: string;
  name: string;
  challenge: string;
  /** Ids of passkeys that this account has, so that one device makes one. */
  existing: readonly string[];
}

/** What a browser needs to make a passkey: one that it finds by itself, and that asks for finger, face or PIN. */
export const creationOptions = (party: RelyingParty, wanted: NewPasskeyFor) =>
  generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: new TextEncoder().encode(wanted.accountId),
    userName: wanted.email,
    userDisplayName: wanted.name,
    // why: bytes, for a text would be encoded once more.
    challenge: new Uint8Array(Buffer.from(wanted.challenge, "base64url")),
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: wanted.existing.map((id) => ({ id })),
    supportedAlgorithmIDs: algorithms,
  });

/** What a browser needs to offer the passkeys it has for this site. */
export const requestOptions = (party: RelyingParty, challenge: string) =>
  generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    userVerification: "required",
    allowCredentials: [],
  });

/** What is kept of a new passkey. */
export type NewPasskey = Pick<Passkey, "id" | "publicKey" | "counter" | "transports" | "isBackedUp">;

/** A passkey that answered this challenge on this site after proving its person; null for anything else. */
export async function checkCreated(
  party: RelyingParty,
  challenge: string,
  response: CreatedPasskey,
): Promise<NewPasskey | null> {
  const checked = await refusedAsNull(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (checked?.verified !== true) return null;
  const { credential, credentialBackedUp } = checked.registrationInfo;
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    counter: credential.counter,
    transports: credential.transports ?? [],
    isBackedUp: credentialBackedUp,
  };
}

/** The passkey's new count when it answered this challenge on this site; null for anything else. */
export async function checkUsed(
  party: RelyingParty,
  challenge: string,
  passkey: Passkey,
  response: UsedPasskey,
): Promise<number | null> {
  if (Buffer.from(response.response.userHandle, "base64url").toString() !== passkey.accountId) return null;
  const checked = await refusedAsNull(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    }),
  );
  return checked?.verified === true ? checked.authenticationInfo.newCounter : null;
}

/** The challenge that an answer says it answers; null where it cannot be read. */
export async function challengeOf({ response }: UsedPasskey): Promise<string | null> {
  const read = await refusedAsNull(async () => decodeClientDataJSON(response.clientDataJSON));
  return typeof read?.challenge === "string" ? read.challenge : null;
}

/** The library throws at every answer that does not fit, with the reason in words only. */
async function refusedAsNull<Value>(check: () => Promise<Value>): Promise<Value | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
