import { and, asc, desc, eq } from "drizzle-orm";
import { visitor, type Actor } from "#app/domain/actor.ts";
import { requestCode, type CodeRequest } from "#app/services/code/request-code.server.ts";
import { signInByCode } from "#app/services/code/sign-in-by-code.server.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";

export const noon = new Date("2026-11-24T12:00:00Z");
export const after = (ms: number) => new Date(noon.getTime() + ms);
export const minute = 60_000;

/** What services do with codes, for a browser at a standing clock; each call is from a client of its own. */
export function codeDesk(db: Db) {
  let clients = 0;
  const newClient = () => `client-${(clients += 1)}`;
  return {
    ask: async (email: string, wish: Partial<CodeRequest> = {}, now = noon, actor: Actor = visitor()) => {
      const request = {
        purpose: "sign-in" as const,
        email,
        accountId: null,
        clientKey: newClient(),
        browserBefore: null,
        ...wish,
      };
      const asked = await requestCode({ db, now, keys }, actor, request);
      if (!asked.ok) throw new Error(`Refused for ${asked.retryAfterSeconds} s.`);
      return asked.browser;
    },
    enter: (
      {
        email,
        browser,
        code,
        clientKey = newClient(),
      }: { email: string; browser: string; code: string; clientKey?: string },
      now = noon,
      { through = db, before = visitor() }: { through?: Db; before?: Actor } = {},
    ) =>
      signInByCode({ db: through, now, keys }, before, {
        email,
        browser,
        code,
        clientKey,
        device: "Firefox on Linux",
      }),
    /** The codes mailed to an address, the last first, as their reader sees them. */
    mailed: async (email: string) => {
      const { messages } = schema;
      const sent = await db
        .select({ body: messages.body })
        .from(messages)
        .where(and(eq(messages.recipient, email), eq(messages.purpose, "sign-in-code")))
        .orderBy(desc(messages.createdAt));
      return sent.map(({ body }) => /\b\d{6}\b/.exec(body ?? "")?.[0] ?? "");
    },
    stored: (email: string) =>
      db
        .select()
        .from(schema.emailCodes)
        .where(eq(schema.emailCodes.emailKey, emailKeyOf(keys, email)))
        .orderBy(desc(schema.emailCodes.createdAt)),
    record: () => db.select().from(schema.auditEvents).orderBy(asc(schema.auditEvents.number)),
  };
}

/** A code that is not the given one. */
export const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
