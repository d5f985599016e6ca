import { createHash } from "node:crypto";
import { refused, type Refused } from "#app/domain/account/change.ts";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { certifyingRefusal } from "#app/domain/ballot/batch.ts";
import { certifyCount, type CandidateToCount } from "#app/domain/ballot/certified.ts";
import { ballotsInWords } from "#app/domain/ballot/tally.ts";
import { marks, type Mark } from "#app/domain/candidate/score.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { deleteLines, listBatches } from "#db/queries/batch.ts";
import { setKeyDestruction } from "#db/queries/cycle-key.ts";
import { insertNews } from "#db/queries/news.ts";
import * as tally from "#db/queries/tally.ts";
import { findSlug } from "#db/queries/vote.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";
import { batchOf } from "./key-batch.server.ts";
import { voteSettings } from "./vote-settings.server.ts";

export type TallyCertified = { ok: true; counted: number } | Refused;

/** What anybody can work out again from what is published. */
export const sealOf = (published: string): string =>
  createHash("sha256").update(published, "utf8").digest("hex");

/**
 * Certifies the count of a closed vote: counts it, publishes the anonymous ballots under their seal, gives each
 * candidate its mark for support, and takes from the ballots whatever could still point at a voter. Null where the
 * cycle is not the actor's to certify. The platform does it too when no person did in time: then batches that nobody
 * finished are left out and named.
 */
export const certifyTally = (
  { db, now }: Pick<Deps, "db" | "now">,
  actor: Actor,
  cycleId: string,
): Promise<TallyCertified | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const cycle = await tally.lockCycleToCount(tx, cycleId);
    if (cycle === null || !can(actor, "ballot:certify", cycle)) return null;
    const { neighbourhoodId, shortlistingEndsOn } = cycle;
    if (["planned", "raising", "research", "shortlisting", "voting"].includes(cycle.stage))
      return refused("form", "This vote is not closed yet");
    if (await tally.isCertified(tx, cycleId)) return refused("form", "This count is certified already");
    const batches = await listBatches(tx, cycleId);
    const refusal = actor.kind === "system" ? null : certifyingRefusal(actor, batches.map(batchOf));
    if (refusal !== null) return refused("form", refusal);

    const settings = await voteSettings(tx);
    const candidates = (await tally.candidatesToCount(tx, cycleId)).map(toCandidate);
    const idOf = new Map(candidates.map(({ id, number }) => [number, id]));
    const ballots = (await tally.ballotsToCount(tx, cycleId)).map((ballot) => ({
      ...ballot,
      choices: ballot.choices.flatMap((number) => idOf.get(number) ?? []),
    }));
    const toCount = batches.map(({ id, number, state }) => ({ id, number, isChecked: state === "checked" }));
    const count = certifyCount(ballots, candidates, toCount, settings);
    const seal = sealOf(count.csv);
    await tally.insertTally(tx, {
      cycleId,
      certifiedAt: now,
      certifiedBy: actor.accountId,
      counted: count.ballots,
      quarantined: count.quarantined,
      isLowParticipation: count.isIndicative,
      result: count.result,
      published: count.csv,
      seal,
    });
    await tally.setSupport(tx, count.support, now);
    await tally.clearBallots(tx, cycleId, londonMidnight(addDays(shortlistingEndsOn, 1)));
    await deleteLines(
      tx,
      batches.map(({ id }) => id),
    );
    await setKeyDestruction(tx, cycleId, addDays(londonDay(now), settings.keyDestroyedDays));
    await tellOfCount(tx, now, cycle, ballotsInWords(count));
    await recordAudit(tx, actor, now, {
      action: "tally.certify",
      subjectKind: "cycle",
      subjectId: cycleId,
      neighbourhoodId,
      details: {
        counted: count.ballots,
        quarantined: count.quarantined,
        leftOutBatches: count.result.batches.leftOut.length,
        seal,
      },
    });
    return { ok: true, counted: count.ballots };
  });

async function tellOfCount(
  tx: Db,
  at: Date,
  { id, neighbourhoodId }: { id: string; neighbourhoodId: string },
  ballots: string,
) {
  const slug = await findSlug(tx, neighbourhoodId);
  const line = `The vote is counted: ${ballots}.`;
  await insertNews(tx, [{ at, neighbourhoodId, kind: "cycle", subjectId: id, line, path: paths.vote(slug) }]);
  await tellResponsible(tx, neighbourhoodId, {
    at,
    kind: "new",
    line: `${line} The panel can decide.`,
    path: paths.staff.vote(id),
  });
}

type CandidateRow = Awaited<ReturnType<typeof tally.candidatesToCount>>[number];

const markOf = (score: number | null): Mark | undefined => marks.find((mark) => mark === score);

function toCandidate(row: CandidateRow): CandidateToCount {
  const given = {
    evidence: markOf(row.scoreEvidence),
    harm: markOf(row.scoreHarm),
    "under-heard": markOf(row.scoreUnderHeard),
    "within-reach": markOf(row.scoreChangeable),
    "not-in-hand": markOf(row.scoreNotInHand),
  };
  const known = Object.entries(given).filter(([, mark]) => mark !== undefined);
  return { id: row.id, number: row.number, raisers: row.raisers, marks: Object.fromEntries(known) };
}
