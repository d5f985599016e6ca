import { authenticators, lostProofs, memberAgreements, passkeys, passwords } from "#db/schema/member.ts";
import { ownRows } from "./held-data.ts";

export const heldPasskeys = ownRows(passkeys, {
  name: passkeys.name,
  createdAt: passkeys.createdAt,
  lastUsedAt: passkeys.lastUsedAt,
});

export const heldPassword = ownRows(passwords, { changedAt: passwords.changedAt });

export const heldAuthenticator = ownRows(authenticators, { confirmedAt: authenticators.confirmedAt });

export const heldAgreements = ownRows(memberAgreements, {
  version: memberAgreements.version,
  acceptedAt: memberAgreements.acceptedAt,
});

export const heldLostProof = ownRows(lostProofs, { askedAt: lostProofs.askedAt });
