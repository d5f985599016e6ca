import { helpOnSight, lent, responseCover, type Code } from "#app/domain/abstraction/codes.ts";
import type { Role } from "#app/domain/access.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { pick } from "../history/telling.ts";
import type { Random } from "../random.ts";
import { dayOf } from "./clock.ts";
import type { DutyPost } from "./force.ts";
import { causeOf } from "./response-teams.ts";
import { declaredIncident } from "./story.ts";
import type { DutyTelling, EntryRow } from "./telling.ts";
import { askings, notDone, ownReasons } from "./words.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const planned: readonly Code[] = ["A1", "A2", "P1", "T1", "T2", "L1", "L2", "W1", "N4", "U1", "U4"];
const rostered: readonly Code[] = ["T1", "T2", "U1", "U2", "U4", "U6", "U7"];
const withoutAuthority: readonly Code[] = ["T1", "L2", "W1"];
const unauthorisedShare = 0.11;
const notDoneShare = 0.3;
const shortCoverMs = 4 * hourMs;

export interface Use {
  post: DutyPost;
  day: number;
  code: Code;
  from: number;
  to: number;
  /** Done for a declared incident. */
  isExempt?: boolean;
}

/** Something that a post was used for, as it was logged. */
export function entryRow(telling: DutyTelling, use: Use, random: Random): EntryRow {
  const { team, now } = telling;
  const { post, code, from, to } = use;
  const asking = askings[code];
  const enteredAt = Math.min(
    now,
    code === "U1" || code === "U4" ? from - 240 * hourMs : from + (10 + random.index(90)) * minuteMs,
  );
  return {
    id: seedId("abstraction-entry", `${post.reference}:${code}:${from}`),
    version: 1,
    postId: post.id,
    startsAt: new Date(from),
    endsAt: new Date(to),
    code,
    source: rostered.includes(code) ? "roster" : "log",
    isPlanned: planned.includes(code),
    reason: pick(random, asking?.reasons ?? ownReasons[code] ?? [""]),
    requesterUnit: asking === undefined ? null : asking.unit === "" ? null : asking.unit,
    requesterRole: asking?.role ?? null,
    authoriserRole: authoriserOf(use, random),
    enteredBy: rostered.includes(code) ? null : team.sergeantId,
    enteredAt: new Date(enteredAt),
    neighbourhoodId: null,
    priorityId: null,
    notDone: null,
    responseTeamId: null,
    minimum: null,
    actual: null,
    exemptIncident: null,
    ...(code === responseCover ? coverOf(telling, random) : {}),
    ...(code === lent ? { neighbourhoodId: otherNeighbourhood(telling, post, random) } : {}),
    ...(asking !== undefined && random.next() < notDoneShare ? wentWithout(telling, use, random) : {}),
    ...(use.isExempt === true
      ? { exemptIncident: declaredIncident.words, authoriserRole: "chief-officer" }
      : {}),
  };
}

/** By the table of settings that every force begins with; what was never authorised counts all the same. */
function authoriserOf({ code, from, to }: Use, random: Random): Role | null {
  if (askings[code] === undefined || withoutAuthority.includes(code)) return null;
  if (random.next() < unauthorisedShare) return null;
  if (code === "R1" || code === "R2") return to - from > shortCoverMs ? "inspector" : "duty-inspector";
  return code === "A1" || code === "P1" ? "commander" : code === "A2" ? "chief-officer" : "inspector";
}

function coverOf({ team, responseTeams }: DutyTelling, random: Random) {
  const cause = responseTeams.find(({ code }) => code === causeOf[team.code]);
  const own = responseTeams.filter(({ bcuCode }) => bcuCode === team.bcuCode);
  const covered = cause !== undefined && random.next() < 0.75 ? cause : pick(random, own);
  return {
    requesterUnit: covered.name,
    responseTeamId: covered.id,
    minimum: covered.minimum,
    actual: covered.minimum - 1 - random.index(3),
  };
}

/** The neighbourhood that went without, what did not happen there, and whose plan it was. */
function wentWithout({ priorityOn }: DutyTelling, { post, day }: Use, random: Random) {
  const [neighbourhoodId] = post.neighbourhoodIds;
  if (neighbourhoodId === undefined) return {};
  return {
    neighbourhoodId,
    notDone: pick(random, notDone),
    priorityId: random.next() < 0.6 ? priorityOn(neighbourhoodId, dayOf(day)) : null,
  };
}

function otherNeighbourhood({ team }: DutyTelling, post: DutyPost, random: Random): string | null {
  const others = team.neighbourhoodIds.filter((id) => !post.neighbourhoodIds.includes(id));
  return others.length === 0 ? null : pick(random, others);
}

/** What a team logs now and then that is no abstraction in the promise, with how often in a post's month. */
export const nowAndThen: readonly (readonly [Code, number])[] = [
  ["T1", 0.32],
  ["L2", 0.07],
  ["W1", 0.06],
  ["N4", 0.3],
  [helpOnSight, 0.18],
  [lent, 0.08],
];
