import { panelInterests, panelVotes, resolutionMembers } from "#db/schema/panel.ts";
import { ownRows } from "./held-data.ts";

export const heldPanelSeats = ownRows(resolutionMembers, {
  meeting: resolutionMembers.resolutionId,
  capacity: resolutionMembers.capacity,
  wasThere: resolutionMembers.isPresent,
});

/** Counts that a meeting was recorded with stay as they are. */
export const heldPanelVotes = ownRows(panelVotes, {
  item: panelVotes.itemId,
  choice: panelVotes.choice,
  at: panelVotes.at,
});

export const heldPanelInterests = ownRows(panelInterests, {
  item: panelInterests.itemId,
  declaredAt: panelInterests.declaredAt,
});
