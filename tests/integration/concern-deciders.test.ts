import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { answerConcern } from "#app/services/concern/answer-concern.server.ts";
import { divertConcern } from "#app/services/concern/divert-concern.server.ts";
import { mergeConcern } from "#app/services/concern/merge-concern.server.ts";
import { publishSummary } from "#app/services/concern/publish-summary.server.ts";
import { readConcern } from "#app/services/concern/read-concern.server.ts";
import { referConcern } from "#app/services/concern/refer-concern.server.ts";
import { rejectConcern } from "#app/services/concern/reject-concern.server.ts";
import { returnConcern } from "#app/services/concern/return-concern.server.ts";
import { goodText, openTriageDesk, type TriageDesk } from "./triage-desk.ts";

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk();
});
afterEach(() => desk.close());

const at = (concernId: string, version = 1) => ({ concernId, version });
const refusedIn = (field: string) => ({ ok: false, errors: [expect.objectContaining({ field })] });

describe("who may decide", () => {
  const allowed: readonly [Role, readonly string[]][] = [
    ["sergeant", ["publish", "return", "answer", "refer", "reject", "divert", "merge"]],
    ["inspector", ["publish", "return", "answer", "refer", "reject", "divert", "merge"]],
    ["moderator", ["publish", "return", "answer", "refer", "reject", "divert", "merge"]],
    ["analyst", ["merge"]],
    ["contact-centre", ["divert"]],
    ["constable", []],
    ["duty-inspector", []],
    ["commander", []],
    ["communications", []],
    ["records", []],
    ["administrator", []],
    ["training", []],
  ];
  const forceRoles: readonly Role[] = [
    "moderator",
    "records",
    "duty-inspector",
    "contact-centre",
    "administrator",
    "training",
  ];

  it.each(allowed)("%s", async (role, verbs) => {
    const actor = await desk.somebody("Jo", role, forceRoles.includes(role) ? "force" : "n1");
    const target = (await desk.concern(await desk.published())).reference;
    const urgent = () => desk.raise({ state: "triage", isUrgent: true });
    const { deps } = desk;
    const tries: Record<string, (id: string) => Promise<{ ok: boolean }>> = {
      publish: (id) => publishSummary(deps, actor, { ...at(id), text: goodText }),
      return: (id) => returnConcern(deps, actor, { ...at(id), reason: "names-people" }),
      answer: (id) => answerConcern(deps, actor, { ...at(id), reason: "done", answer: "It is done." }),
      refer: (id) =>
        referConcern(deps, actor, { ...at(id), reason: "council", agencyId: desk.id("council") }),
      reject: (id) => rejectConcern(deps, actor, { ...at(id), reason: "abusive" }),
      divert: (id) => divertConcern(deps, actor, { ...at(id), route: "crime" }),
      merge: (id) => mergeConcern(deps, actor, { ...at(id), reference: target }),
    };
    for (const [verb, attempt] of Object.entries(tries)) {
      const id = await urgent();
      expect((await attempt(id)).ok, verb).toBe(verbs.includes(verb));
      if (!verbs.includes(verb)) expect((await desk.concern(id)).state).toBe("triage");
    }
  });

  it("nobody from another neighbourhood", async () => {
    const elsewhere = await desk.somebody("Sam", "sergeant", "n2");
    const id = await desk.raise();
    expect(await rejectConcern(desk.deps, elsewhere, { ...at(id), reason: "abusive" })).toMatchObject(
      refusedIn("form"),
    );
    expect(await readConcern(desk.deps, elsewhere, id)).toBeNull();
    expect((await desk.concern(id)).state).toBe("submitted");
  });
});
