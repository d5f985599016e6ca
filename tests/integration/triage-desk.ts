import type { Role } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { platform } from "#app/domain/actor.ts";
import { insertAccount } from "#db/queries/account.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { addWaitingConcern } from "#tests/support/concerns.ts";
import { now, openPeopleTest } from "./people-force.ts";

export const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

/** A small force with somebody of each role that has to do with concerns, and concerns to decide. */
export async function openTriageDesk() {
  const force = await openPeopleTest();
  const { db, deps, id } = force;

  /** Somebody with one role, in the first neighbourhood or in the whole force. */
  const somebody = async (name: string, role: Role, where: "n1" | "n2" | "force" = "n1"): Promise<Actor> => {
    await force.account(name);
    await force.appoint(name, role, where === "force" ? {} : { kind: "neighbourhood", areaId: id(where) });
    return force.actor(name);
  };

  const resident = (name: string) =>
    withActor(db, platform(), async (tx) => {
      const account = await insertAccount(tx, {
        kind: "resident",
        status: "active",
        email: `${name}@home.example`,
        emailKey: name,
        createdAt: now,
      });
      return account.id;
    });

  const raise = (said: Parameters<typeof addWaitingConcern>[2] = {}, where = "n1") =>
    addWaitingConcern(db, id(where), { raisedAt: ago(60), ...said });

  const concern = async (concernId: string) => {
    const found = (await db.select().from(schema.concerns)).find((one) => one.id === concernId);
    if (found === undefined) throw new Error("No such concern.");
    return found;
  };

  const published = (said: Parameters<typeof addWaitingConcern>[2] = {}) =>
    raise({
      state: "published-candidate",
      publicTitle: "Bikes at night",
      publicSummary: "Residents are woken by bikes late in the evening.",
      publishedAt: ago(30),
      ...said,
    });

  const mails = async () =>
    (await db.select().from(schema.messages)).map(({ recipient, body }) => ({ recipient, body }));

  return { ...force, deps, somebody, resident, raise, published, concern, mails };
}

export type TriageDesk = Awaited<ReturnType<typeof openTriageDesk>>;

export const goodText = {
  title: "Racing on the lane",
  summary: "Residents are worried about bikes that are raced late in the evening.",
  place: "Mill Lane",
};
