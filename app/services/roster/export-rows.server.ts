import type { Actor } from "#app/domain/actor.ts";
import type { RosterRowState } from "#app/domain/abstraction/words.ts";
import { csvCell } from "#app/services/account/audit-csv.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findRoster, listRosterLines } from "#db/queries/roster.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

// More than a roster that is any use has of them.
const mostLines = 50_000;

/** The rows of one state of a roster's report as a CSV that is safe to open; null where there is no such roster. */
export const exportRosterRows = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { id, state }: { id: string; state: RosterRowState },
): Promise<string | null> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "roster:import");
    const roster = await findRoster(tx, id);
    if (roster === null) return null;
    const lines = await listRosterLines(tx, id, { state, after: 0, limit: mostLines + 1 });
    const shown = lines.slice(0, mostLines);
    const rows = [
      ["line", "state", "reason"],
      ...shown.map((line) => [line.line, line.state, line.reason]),
      ...(lines.length > mostLines ? [["", "", `Only the first ${mostLines} rows are here`]] : []),
    ];
    await recordAudit(tx, actor, now, {
      action: "roster.export",
      subjectKind: "roster",
      subjectId: id,
      details: { state, rows: shown.length },
    });
    return `${rows.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
  });
