import type { CycleStage } from "#app/domain/cycle/stages.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { interimAllowed } from "./interim.ts";
import { quorumOf, standInsAreInvited } from "./quorum.ts";

/** What happened at a cycle's panel so far, as far as calling it depends on it. */
export interface CalledBefore {
  stage: CycleStage;
  shortlisted: number;
  isCertified: boolean;
  hasOpen: boolean;
  /** It decided, and did not merely ask for one more outreach. */
  hasDecided: boolean;
  /** Meetings without a quorum, and the one that asked for an outreach. */
  rounds: number;
}

/** Why a cycle's panel cannot be called now, in words; null where it can. */
export function callRefusal(before: CalledBefore): string | null {
  if (before.hasOpen) return "A meeting of this panel is open already";
  if (before.hasDecided) return "The panel of this cycle has decided already";
  // why: a second meeting may fall into the days after the panel's own stage.
  const isLater = before.rounds > 0 && (before.stage === "live" || before.stage === "reviewing");
  if (before.stage !== "panel" && !isLater) return "The panel is called once the vote has closed";
  if (before.shortlisted === 0) return "Nothing stood on the shortlist, so there is nothing to decide";
  return before.isCertified ? null : "The count must be certified first";
}

/** Who could sit on a panel, and what went before. */
export interface PanelGround {
  panelMemberIds: readonly string[];
  kinMemberIds: readonly string[];
  meetingsWithoutQuorum: number;
  /** Cycles that an interim panel of this neighbourhood has decided. */
  previousInterimCycles: number;
}

/** A panel as it is called: who may vote, and how many of them it takes. */
export interface CalledPanel {
  isInterim: boolean;
  memberIds: readonly string[];
  standInIds: readonly string[];
  membersTotal: number;
  quorum: number;
}

type CallFigures = Pick<Settings, "quorumLeast" | "quorumPercent" | "inquorateMeetings" | "interimCycles">;

/** Who decides; a problem in words where nobody can. */
export function panelOf(
  { panelMemberIds, kinMemberIds, meetingsWithoutQuorum, previousInterimCycles }: PanelGround,
  figures: CallFigures,
): { ok: true; panel: CalledPanel } | { ok: false; problem: string } {
  if (panelMemberIds.length > 0) {
    const others = kinMemberIds.filter((id) => !panelMemberIds.includes(id));
    const standInIds = standInsAreInvited(meetingsWithoutQuorum, figures) ? others : [];
    const membersTotal = panelMemberIds.length;
    const quorum = quorumOf(membersTotal, figures);
    return {
      ok: true,
      panel: { isInterim: false, memberIds: panelMemberIds, standInIds, membersTotal, quorum },
    };
  }
  if (kinMemberIds.length === 0)
    return {
      ok: false,
      problem: "This neighbourhood has no panel and no key individuals: invite them first",
    };
  if (!interimAllowed(previousInterimCycles, figures))
    return {
      ok: false,
      problem:
        "An interim panel has decided as often as it may: this neighbourhood needs community members on its panel",
    };
  return {
    ok: true,
    panel: {
      isInterim: true,
      memberIds: [],
      standInIds: kinMemberIds,
      membersTotal: kinMemberIds.length,
      quorum: figures.quorumLeast,
    },
  };
}
