import type { Actor } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { moveConcernOn, type StepTaken } from "./move-concern.server.ts";
import { asRaiser, type OwnConcern } from "./own-concern.server.ts";

/** Whoever raised a concern takes it back. */
export const withdrawConcern = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  own: OwnConcern,
): Promise<StepTaken> =>
  asRaiser(db, actor, own, (tx, concernId) =>
    moveConcernOn(
      tx,
      { actor, now },
      { concernId, version: own.version, step: "withdraw", mover: "raiser", action: "concern.withdraw" },
    ),
  );
