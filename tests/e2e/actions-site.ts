import { eq } from "drizzle-orm";
import { planFieldNames, planFields as fields } from "#app/domain/plan/fields.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { addLiveAgreement } from "../integration/joint-action-things.ts";
import { addActionOf, addPanelThings } from "../integration/panel-things.ts";
import { openPeopleTest } from "../integration/people-force.ts";

const reference = "P-22222";

export const stepsPage = `/staff/priorities/${reference}/steps`;
export const actionsPage = `/staff/priorities/${reference}/actions`;

/** A priority that is worked on, with an action of the police and one of the council, and whoever has to do with it. */
export async function startActionsSite() {
  const force = await openPeopleTest();
  const { db } = force;
  const now = new Date();
  const longAgo = addDays(londonDay(now), -60);
  await addPanelThings(db, force.id("n1"), now, reference);
  await db.update(schema.priorities).set({ state: "in-progress", slot: 1, adoptedOn: longAgo });
  const ofCouncil = await addActionOf(db, reference, force.id("council"), now);
  await addLiveAgreement(db, force.id("council"));
  const listening = await listenForTest(db);
  const area = { kind: "neighbourhood", id: force.id("n1") } as const;
  const people = {
    sergeant: await signedInAs(db, "sergeant", { area }),
    inspector: await signedInAs(db, "inspector"),
    partner: await signedInAs(db, "partner", { area, agencyId: force.id("council") }),
  };
  const server = {
    url: listening.url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await force.close();
      return 0;
    },
  };
  /** What opens a page as one of them. */
  const as = (person: keyof typeof people) => {
    const [name = "", value = ""] = people[person].cookie.split("=");
    const cookie = { name, value, domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true };
    return {
      storageState: { cookies: [{ ...cookie, secure: false, sameSite: "Lax" as const }], origins: [] },
    };
  };
  /** The plan at its beginning, nothing written in it, its actions open. */
  const begin = async () => {
    await db.delete(schema.planFields);
    await db.delete(schema.planInvolvements);
    await db.update(schema.plans).set({ stage: "draft", inspectorDueOn: longAgo });
    await db
      .update(schema.planActions)
      .set({ state: "open", result: null, doneAt: null })
      .where(eq(schema.planActions.id, ofCouncil));
  };
  /** Writes what the first stage asks for. */
  const writeObjective = async () => {
    const [plan] = await db.select({ id: schema.plans.id }).from(schema.plans);
    await db.insert(schema.planFields).values(
      planFieldNames
        .filter((name) => fields[name].part === "draft")
        .map((name) => ({
          planId: plan?.id ?? "",
          name,
          value: name === "targetDate" ? addDays(londonDay(now), 90) : "12",
          version: 1,
          changedAt: now,
        })),
    );
  };
  return { server, as, begin, writeObjective };
}
