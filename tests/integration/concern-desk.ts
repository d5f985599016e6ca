import { randomUUID } from "node:crypto";
import { platform, type Actor } from "#app/domain/actor.ts";
import { moveConcernOn, type WantedStep } from "#app/services/concern/move-concern.server.ts";
import { raiseConcern, type ConcernToRaise } from "#app/services/concern/raise-concern.server.ts";
import { insertAccount } from "#db/queries/account.ts";
import { neighbourhoods } from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** A Monday in term, no bank holiday near. */
export const now = new Date("2026-03-02T10:00:00Z");
/** What no answer to anybody but its writer and staff may hold. */
export const canary = "xylophone-canary";

/** Residents, staff and concerns for tests; words hold the canary unless told. */
export function concernDesk(db: Db) {
  let count = 0;
  const deps = { db, now };

  const neighbourhood = async (name: string) => {
    const [made] = await db
      .insert(neighbourhoods)
      .values({ code: name, slug: name.toLowerCase(), createdAt: now })
      .returning({ id: neighbourhoods.id });
    return made?.id ?? "";
  };

  const resident = async (): Promise<Actor & { accountId: string; email: string }> => {
    const email = `raiser-${(count += 1)}@example.org`;
    const account = await withActor(db, platform(), (tx) =>
      insertAccount(tx, { kind: "resident", status: "active", email, emailKey: email, createdAt: now }),
    );
    return {
      kind: "resident",
      accountId: account.id,
      email,
      sessionId: null,
      requestId: null,
      roles: [{ role: "resident", area: "force", agencyId: null }],
    };
  };

  const staff = async (): Promise<Actor & { accountId: string }> => {
    const account = await withActor(db, platform(), (tx) =>
      insertAccount(tx, { kind: "staff", status: "active", name: "The moderator", createdAt: now }),
    );
    return {
      kind: "staff",
      accountId: account.id,
      sessionId: null,
      requestId: null,
      roles: [{ role: "moderator", area: "force", agencyId: null }],
    };
  };

  const draft = (neighbourhoodId: string, change: Partial<ConcernToRaise> = {}): ConcernToRaise => ({
    id: randomUUID(),
    neighbourhoodId,
    category: "speeding",
    words: {
      words: `Cars race past the school, ${canary}`,
      placeWords: null,
      whenWords: null,
      effectWords: null,
    },
    position: null,
    clientKey: "client",
    ...change,
  });

  /** Raises one and gives its id and reference. */
  const raise = async (actor: Actor, neighbourhoodId: string, change: Partial<ConcernToRaise> = {}) => {
    const asked = draft(neighbourhoodId, change);
    const raised = await raiseConcern(deps, actor, asked);
    if (!raised.ok) throw new Error("The limit stood in the way.");
    return { id: asked.id, reference: raised.reference };
  };

  const step = (actor: Actor, concernId: string, wanted: Pick<WantedStep, "step"> & Partial<WantedStep>) =>
    withActor(db, platform(), (tx) =>
      moveConcernOn(tx, { actor, now }, { concernId, version: null, mover: "concern:moderate", ...wanted }),
    );

  /** Takes a concern through triage to its public page. */
  const publish = async (actor: Actor, concernId: string, title: string, summary = "Staff wrote this.") => {
    await step(actor, concernId, { step: "take-up" });
    return step(actor, concernId, {
      step: "publish",
      changes: { publicTitle: title, publicSummary: summary, publicPlace: "School Lane" },
    });
  };

  return { deps, neighbourhood, resident, staff, draft, raise, step, publish };
}
