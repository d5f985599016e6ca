import type { ResolutionKind } from "#app/domain/panel/resolution-kinds.ts";
import { shownPoll } from "#app/domain/feedback/shown-poll.ts";
import type { Db } from "#db/types.ts";
import { latestRound } from "./feedback.ts";
import { latestOutcome } from "./feedback-shown.ts";
import { findPriority } from "./priority.ts";
import { readSettings } from "./setting.ts";

interface Meeting {
  resolution: { kind: ResolutionKind };
  subjects: readonly { reference: string | null }[];
}

/** What a panel reads before it says whether a priority is done: the team's report, and what residents answered. Null of other meetings. */
export async function signOffPapers(db: Db, { resolution, subjects }: Meeting) {
  const reference = subjects[0]?.reference ?? null;
  const priority =
    resolution.kind === "sign-off" && reference !== null ? await findPriority(db, reference) : null;
  if (priority === null) return null;
  const round = await latestRound(db, priority.id, "sign-off");
  return {
    reference: priority.reference,
    outcome: await latestOutcome(db, priority.id),
    poll: round === null ? null : shownPoll(round, await readSettings(db)),
  };
}
