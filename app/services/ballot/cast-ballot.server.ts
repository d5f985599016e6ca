import { randomBytes } from "node:crypto";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { readChoices } from "#app/domain/ballot/choices.ts";
import { checkEligibility, votingConnections } from "#app/domain/ballot/eligibility.ts";
import { receiptBytes, receiptOf } from "#app/domain/ballot/receipt.ts";
import { mostConnections } from "#app/domain/resident/resident.ts";
import { addDays } from "#app/domain/team/day.ts";
import { keepBallot, setToldOfCycle, type Voter } from "#db/queries/ballot.ts";
import { setAgeBand, setConnection } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { recordBallot } from "./ballot-record.server.ts";
import { voterKeyOf, voterOf } from "./cycle-key.server.ts";
import { minuteOf, type Deps } from "./deps.ts";
import { holdVote, onlyResidentsVote, voteIsClosed, voterOfActor } from "./hold-vote.server.ts";
import { votersElsewhere } from "./voted-elsewhere.server.ts";
import { voteSettings } from "./vote-settings.server.ts";

export interface BallotWish {
  cycleId: string;
  /** Numbers of candidates. */
  choices: readonly number[];
  /** What the voter says of themselves on the ballot; null where they have said so before. */
  ageBand: AgeBand | null;
  connection: Connection | null;
  /** A part of the area, as the page named it. */
  part: string | null;
  isToBeTold: boolean;
}

export type BallotCast = { ok: true; receipt: string | null; isChange: boolean } | Refused;

/**
 * Casts a ballot, or changes the one that the voter has. The platform writes it in the voter's place: a ballot is
 * nobody's to read.
 */
export async function castBallot(
  { db, now, keys }: Deps,
  actor: Actor,
  wish: BallotWish,
): Promise<BallotCast> {
  if (!can(actor, "ballot:cast")) return onlyResidentsVote;
  return withActor(db, platform(actor.requestId), async (tx) => {
    const account = await voterOfActor(tx, actor);
    if (account === null) return onlyResidentsVote;
    const voter = voterOf(account);
    const vote = await holdVote(tx, { now, keys }, voter, wish.cycleId);
    if (vote === null) return voteIsClosed;
    const { cycle, key, shortlist } = vote;

    const settings = await voteSettings(tx);
    const said = withDeclared(account, cycle.neighbourhoodId, wish);
    if (said.connections.length > mostConnections) return tooManyConnections;
    const elsewhere = await votersElsewhere(tx, keys, cycle, [voter], settings);
    const eligible = checkEligibility(
      { actor, ...said, hasVotedElsewhere: elsewhere.has(voter) },
      cycle.neighbourhoodId,
    );
    if (!eligible.ok) return eligible;
    const chosen = readChoices(wish.choices.map(String), shortlist.map(String), settings.mostChoices);
    if (!chosen.ok) return chosen;

    await keepSaid(tx, account.id, cycle.neighbourhoodId, wish);
    const here = said.connections.find((one) => isVoting(one, cycle.neighbourhoodId));
    const { receipt, version } = await keepBallot(tx, {
      cycleId: cycle.id,
      voterKey: voterKeyOf(key, voter),
      choices: chosen.choices.map(Number),
      ageBand: said.ageBand,
      connection: here?.connection ?? null,
      part: wish.part,
      receipt: receiptOf(randomBytes(receiptBytes)),
      now: minuteOf(now),
    });
    const isChange = version > 1;
    const voteOpened = londonMidnight(addDays(cycle.shortlistingEndsOn, 1));
    if (wish.isToBeTold || isChange)
      await setToldOfCycle(tx, account.id, cycle.id, wish.isToBeTold ? voteOpened : null);
    await recordBallot(tx, now, isChange ? "ballot.change" : "ballot.cast", cycle);
    return { ok: true, receipt, isChange };
  });
}

const tooManyConnections = refused(
  "connection",
  `You can have ${mostConnections} neighbourhoods. Remove one from your account before you vote here`,
);

const isVoting = (one: Voter["connections"][number], neighbourhoodId: string) =>
  one.neighbourhoodId === neighbourhoodId && votingConnections.some((kind) => kind === one.connection);

/** What a voter said before, with what the ballot says over it. */
function withDeclared(
  said: Voter,
  neighbourhoodId: string,
  { ageBand, connection }: BallotWish,
): Pick<Voter, "ageBand" | "connections"> {
  const others = said.connections.filter((one) => one.neighbourhoodId !== neighbourhoodId);
  const connections = connection === null ? said.connections : [...others, { neighbourhoodId, connection }];
  return { ageBand: ageBand ?? said.ageBand, connections };
}

/** Keeps what the ballot said of its voter, unrecorded: a row of that minute would point at the ballot. */
async function keepSaid(
  tx: Db,
  accountId: string,
  neighbourhoodId: string,
  { ageBand, connection }: BallotWish,
) {
  if (ageBand !== null) await setAgeBand(tx, accountId, ageBand);
  if (connection !== null) await setConnection(tx, accountId, neighbourhoodId, connection);
}
