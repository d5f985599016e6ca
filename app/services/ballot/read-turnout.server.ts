import { ageBands } from "#app/domain/account/account.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { callBackCount } from "#app/domain/ballot/call-back.ts";
import { splitByMode, type ModeShare } from "#app/domain/ballot/mode-split.ts";
import { reachOf, type Reach } from "#app/domain/ballot/reach.ts";
import { ageBandWords } from "#app/domain/resident/resident.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { keyedHash } from "#app/services/keys/keys.server.ts";
import { findCycle, type Cycle } from "#db/queries/ballot.ts";
import { listBatches, listPaperVoters, type BatchRow } from "#db/queries/batch.ts";
import { findCycleKey } from "#db/queries/cycle-key.ts";
import { findTally, type TallyRecord } from "#db/queries/tally.ts";
import { countTurnout, listBatchVoterKeys, type Turnout } from "#db/queries/turnout.ts";
import { listAgeStructure } from "#db/queries/vote.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openCycleKey, voterKeyOf, voterOf } from "./cycle-key.server.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "#db/queries/setting.ts";

export interface VoteForStaff {
  cycle: Cycle;
  batches: readonly BatchRow[];
  /** How they came in, as far as that may be told. */
  modes: readonly ModeShare[];
  ages: Reach;
  parts: Reach;
  /** References of those to call back about the ballot that was entered for them. */
  callBack: readonly string[];
  tally: Omit<TallyRecord, "published"> | null;
  smallestShownCount: number;
}

/**
 * What staff may know of a vote: who takes part, as far as groups are large enough, and how entering goes. What the
 * ballots choose is not among it before the count is certified. Null where the cycle is not the actor's to see.
 */
export const readVoteForStaff = (
  { db, keys }: Pick<Deps, "db" | "keys">,
  actor: Actor,
  cycleId: string,
): Promise<VoteForStaff | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const cycle = await findCycle(tx, cycleId);
    if (cycle === null || !can(actor, "priority:read-overview", cycle)) return null;
    const settings = await readSettings(tx);
    const tally = await findTally(tx, cycleId);
    const turnout = await countTurnout(tx, cycleId);
    return {
      cycle,
      batches: await listBatches(tx, cycleId),
      modes: modesOf(turnout, settings),
      ages: await agesOf(tx, cycle, turnout, settings),
      parts: partsOf(turnout, settings),
      callBack: tally === null ? await callBackOf(tx, keys, cycle, settings) : [],
      tally,
      smallestShownCount: settings.smallestShownCount,
    };
  });

const modesOf = ({ modes }: Turnout, { smallestShownCount }: Settings) =>
  splitByMode(Object.fromEntries(modes.map(({ mode, ballots }) => [mode, ballots])), smallestShownCount);

async function agesOf(
  tx: Db,
  { neighbourhoodId }: Cycle,
  { ages }: Turnout,
  settings: Settings,
): Promise<Reach> {
  const structure = await listAgeStructure(tx, neighbourhoodId);
  const people = new Map(structure.map(({ ageBand, residents }) => [ageBand, residents]));
  const ballots = new Map(ages.map((one) => [one.ageBand, one.ballots]));
  const groups = ageBands.map((band) => ({
    id: band,
    label: ageBandWords[band],
    ballots: ballots.get(band) ?? 0,
    people: people.get(band) ?? null,
  }));
  return reachOf(groups, settings);
}

function partsOf({ parts }: Turnout, settings: Settings): Reach {
  const groups = parts.map(({ part, ballots }) => ({
    id: part ?? "",
    label: part ?? "Not said",
    ballots,
    people: null,
  }));
  groups.sort((a, b) => (a.label < b.label ? -1 : 1));
  return reachOf(groups, settings);
}

// More than are entered for one neighbourhood; only a bound.
const mostPaperVoters = 5_000;

/** A sample of those whose ballots staff entered: the same at each look, and nobody's choice. */
async function callBackOf(
  tx: Db,
  keys: Deps["keys"],
  { id, neighbourhoodId }: Cycle,
  { callBackPercent }: Settings,
): Promise<string[]> {
  const sealed = await findCycleKey(tx, id);
  const key = openCycleKey(keys, id, sealed?.sealedKey ?? null);
  if (key === null) return [];
  const entered = new Set(await listBatchVoterKeys(tx, id, mostPaperVoters));
  if (entered.size === 0) return [];
  const voters = (await listPaperVoters(tx, neighbourhoodId, mostPaperVoters)).flatMap((voter) => {
    const voterKey = voterKeyOf(key, voterOf({ id: voter.accountId, emailKey: voter.emailKey }));
    const { reference } = voter;
    return reference !== null && entered.has(voterKey)
      ? [{ reference, place: keyedHash(key, "call-back", voter.accountId) }]
      : [];
  });
  return voters
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, callBackCount(voters.length, callBackPercent))
    .map(({ reference }) => reference)
    .sort();
}
