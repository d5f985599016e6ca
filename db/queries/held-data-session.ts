import { inArray } from "drizzle-orm";
import { allowanceKey } from "#app/domain/limits.ts";
import { allowances, challenges, emailCodes, sessions } from "#db/schema/session.ts";
import { type HeldPart, isOfAddress, mostRows, ownRows } from "./held-data.ts";

export const heldSessions = ownRows(sessions, {
  method: sessions.method,
  browser: sessions.device,
  startedAt: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
  provedAt: sessions.authenticatedAt,
  expiresAt: sessions.expiresAt,
  endedAt: sessions.endedAt,
});

export const heldCodes: HeldPart = {
  tables: ["email_codes"],
  read: (db, of) =>
    db
      .select({
        purpose: emailCodes.purpose,
        email: emailCodes.email,
        tries: emailCodes.tries,
        createdAt: emailCodes.createdAt,
        expiresAt: emailCodes.expiresAt,
        usedAt: emailCodes.usedAt,
      })
      .from(emailCodes)
      .where(isOfAddress(emailCodes.emailKey, of))
      .limit(mostRows),
  erase: (tx, of) => tx.delete(emailCodes).where(isOfAddress(emailCodes.emailKey, of)),
};

const addressLimits = ["codesPerAddress", "codesPerAddressDaily"] as const;

/** Counts end by themselves within a day; deleting them sooner would lift the limit that they are for. */
export const heldAllowances: HeldPart = {
  tables: ["allowances"],
  read: async (db, { emailKey }) => {
    if (emailKey === null) return [];
    const found = await db
      .select()
      .from(allowances)
      .where(
        inArray(
          allowances.key,
          addressLimits.map((name) => allowanceKey(name, emailKey)),
        ),
      );
    return found.map(({ key, count, windowEndsAt }) => ({ limit: key.split(":")[0], count, windowEndsAt }));
  },
  erase: () => Promise.resolve(),
};

export const heldChallenges = ownRows(challenges, {
  purpose: challenges.purpose,
  expiresAt: challenges.expiresAt,
  usedAt: challenges.usedAt,
});
