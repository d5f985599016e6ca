import { data } from "@remix-run/node";
import { grants } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { lapsedInWords, lapsedMeans } from "#app/domain/agreement/lapsed-words.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { notFound } from "#app/http.server.ts";
import { agreementStandingOf, shutBesides, type ShutAgreement } from "#db/queries/agreement-standing.ts";
import type { Db } from "#db/types.ts";

/** The agreement for want of which a partner reads no joint work; null where they are party to none. */
export interface Shut {
  agreement: ShutAgreement | null;
  /** Further ones, of other partnerships. */
  others?: readonly ShutAgreement[];
}

/** Why somebody reads no joint work at all; null while an agreement of their agency holds, and for the police. */
export async function shutOf(db: Db, actor: Actor, today: Day): Promise<Shut | null> {
  if (actor.kind === "staff") return null;
  const standing = await agreementStandingOf(db, taskingReaderOf(actor).agencyIds, today);
  return standing.isLive ? null : { agreement: standing.agreement };
}

/**
 * For want of which agreements somebody may not find a piece of joint work: of all of it, or of a part while others of
 * their agency hold. Null for the police, and where nothing of theirs is shut.
 */
export async function anyShutOf(db: Db, actor: Actor, today: Day): Promise<Shut | null> {
  const whole = await shutOf(db, actor, today);
  if (whole !== null || actor.kind === "staff") return whole;
  const [agreement, ...others] = await shutBesides(db, taskingReaderOf(actor).agencyIds, today);
  return agreement === undefined ? null : { agreement, others };
}

/** Whether a role of somebody would open this, were there an agreement to carry it. */
export const wantsAgreement = (actor: Actor, permissions: readonly Permission[]): boolean =>
  actor.kind === "member" &&
  actor.roles.some(
    ({ role, agencyId }) =>
      agencyId !== null && permissions.some((one) => grants[role].area?.includes(one) === true),
  );

/** The page that says so in the place of one piece of work: the same whether that is there or not. */
export const shutPage = (shut: Shut) =>
  data({ shut }, { status: 404, headers: { "Cache-Control": "private, no-store" } });

/** The same in the place of a file, where no page can stand. */
export function missingFile(shut: Shut | null): Response {
  const agreements = [shut?.agreement ?? null, ...(shut?.others ?? [])].filter((one) => one !== null);
  const why = agreements.map((agreement) => `${lapsedInWords(agreement)} ${lapsedMeans}`);
  return new Response(["There is no such file for you.", ...why].join("\n\n"), {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}

interface Reading {
  actor: Actor;
  read: <Value>(work: (tx: Db) => Promise<Value>) => Promise<Value>;
}

/** What a partner is told of joint work that they do not find: that it may be shut to them, else that it is not there. */
export async function notFoundOrShut({ actor, read }: Reading, now: Date) {
  const shut = await read((tx) => anyShutOf(tx, actor, londonDay(now)));
  return shut === null ? notFound() : shutPage(shut);
}
