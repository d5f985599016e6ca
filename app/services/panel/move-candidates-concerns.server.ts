import type { Actor } from "#app/domain/actor.ts";
import { departuresFrom } from "#app/domain/panel/departures.ts";
import { notAdoptedReason, notAdoptedReasons } from "#app/domain/panel/not-adopted.ts";
import type { ItemResolution } from "#app/domain/panel/resolution.ts";
import { moveConcernsOn } from "#app/services/concern/move-concerns.server.ts";
import { lockShortlistedConcerns } from "#db/queries/panel-cycle.ts";
import type { Db } from "#db/types.ts";
import type { ResolutionSubjects } from "./resolution-ground.server.ts";

/** Moves the concerns behind a shortlist to where the panel's resolution takes them; those who raised them are told. */
export async function moveCandidatesConcerns(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  {
    subjects: { ground },
    items,
    places: { room },
  }: { subjects: ResolutionSubjects; items: readonly ItemResolution[]; places: { room: number } },
): Promise<void> {
  const adoptedIds = items.flatMap(({ candidateId, isAdopted }) => (isAdopted ? [candidateId] : []));
  const passedOver = new Set(departuresFrom(ground.order, adoptedIds).map((one) => one.passedOverId));
  const reasons = new Map(
    items.flatMap(({ candidateId, isAdopted, motion }) =>
      isAdopted
        ? []
        : [
            [
              candidateId,
              notAdoptedReason({
                isDeparture: passedOver.has(candidateId),
                isLost: motion.isQuorate && !motion.isCarried,
                hasRoom: adoptedIds.length < room,
                hadNoRoomAtAll: room === 0,
              }),
            ] as const,
          ],
    ),
  );
  const waiting = await lockShortlistedConcerns(
    tx,
    items.map(({ candidateId }) => candidateId),
  );
  for (const reason of [null, ...notAdoptedReasons]) {
    await moveConcernsOn(
      tx,
      { actor, now },
      {
        concernIds: waiting.flatMap(({ concernId, candidateId }) =>
          (reasons.get(candidateId) ?? null) === reason ? [concernId] : [],
        ),
        step: reason === null ? "adopt" : "not-adopt",
        // The panel's recorded resolution moves it, whoever writes it down.
        mover: "panel:vote",
        reason,
      },
    );
  }
}
