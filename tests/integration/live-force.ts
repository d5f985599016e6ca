import { randomUUID } from "node:crypto";
import type { Role } from "#app/domain/access.ts";
import type { AreaKind } from "#app/domain/account/account.ts";
import { platform } from "#app/domain/actor.ts";
import { paths } from "#app/paths.ts";
import { insertAccount } from "#db/queries/account.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { cookieOf } from "#tests/support/people.ts";
import { fillForce } from "./people-force.ts";
import { taskingRows } from "./tasking-rows.ts";

const reference = "J-22222";

/** A meeting that sits, in a database that a server of its own serves. */
export interface LiveForce {
  recorder: string;
  /** The cookies of those who follow it. */
  screens: readonly string[];
  councilId: string;
  meetingId: string;
}

/** Fills an empty database with a small force, a group and its open meeting: an inspector records, so many partners follow. */
export async function fillLiveForce(db: Db, screens: number): Promise<LiveForce> {
  const known = new Map<string, string>();
  const id = (name: string) => {
    const given = known.get(name) ?? randomUUID();
    known.set(name, given);
    return given;
  };
  const now = new Date();
  await fillForce(db, id);
  const account = (name: string, kind: "staff" | "member", role: Role, area: { kind: AreaKind; id: string }) =>
    withActor(db, platform(), async (tx) => {
      const agencyId = kind === "member" ? id("council") : null;
      const values = { id: id(name), kind, status: "active", name, agencyId, createdAt: now } as const;
      const added = await insertAccount(tx, values);
      const appointment = { accountId: added.id, role, areaKind: area.kind, areaId: area.id };
      await tx.insert(schema.appointments).values({ ...appointment, startsOn: "2020-01-01", createdAt: now });
      return added;
    });
  const inspector = await account("Inspector", "staff", "inspector", { kind: "section", id: id("S1") });
  const names = Array.from({ length: screens }, (_, at) => `Officer ${at + 1}`);
  const cookies: string[] = [];
  for (const name of names) {
    const officer = await account(name, "member", "partner", { kind: "partnership", id: id("P1") });
    cookies.push(await cookieOf(db, officer));
  }
  const seats = [
    ["Inspector", "police", "Section inspector"] as const,
    ...names.map((name) => [name, "council", "Officer"] as const),
  ];
  const rows = taskingRows(db, id, now);
  await rows.agreement("A-22222", ["police", "council"], { partnership: "P1" });
  await rows.group("PA", { partnership: "P1", neighbourhoods: ["n1", "n2"], deputy: "Inspector", seats });
  const meetingId = await rows.meeting(reference, {
    group: "PA",
    seats,
    startsAt: now,
    state: "open",
    openedAt: now,
  });
  return { recorder: await cookieOf(db, inspector), screens: cookies, councilId: id("council"), meetingId };
}

export const screenAddress = paths.partners.live(reference);

/** Writes something down over HTTP, as the recorder's browser does; whether it was acknowledged. */
export async function record(
  url: string,
  cookie: string,
  entry: Readonly<Record<string, string>>,
): Promise<boolean> {
  try {
    const response = await fetch(`${url}${paths.tasking.record(reference)}`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, Origin: url },
      body: new URLSearchParams(entry),
    });
    await response.arrayBuffer();
    if (response.status >= 400 && response.status < 500)
      throw new RefusedRecord(`The entry was refused with ${response.status}.`);
    return response.status < 400;
  } catch (error) {
    if (error instanceof RefusedRecord) throw error;
    // Nobody was there to answer.
    return false;
  }
}

class RefusedRecord extends Error {
  override name = "RefusedRecord";
}
