import { addDays } from "#app/domain/team/day.ts";
import type { AgeBand } from "#app/domain/account/account.ts";
import { replierIdsOf } from "./feedback-rows.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, type Telling } from "./telling.ts";

const daysKnown = 540;
const ageBands: readonly AgeBand[] = ["18+", "18+", "18+", "16-17", "18+", "18+"];

/** Residents who answer when they are asked whether a priority is solved. */
export function replierRows({
  at,
  today,
  neighbourhoodId,
}: Telling): Pick<HistoryRows, "accounts" | "residents" | "residentConnections"> {
  const ids = replierIdsOf(at.code);
  return {
    accounts: ids.map((id, number) => ({
      id,
      kind: "resident",
      status: "active",
      createdAt: atHour(addDays(today, number - daysKnown), 18),
      lastSeenAt: atHour(addDays(today, -1 - number), 18),
    })),
    residents: ids.map((accountId, number) => ({
      accountId,
      ageBand: ageBands[number % ageBands.length] ?? "18+",
    })),
    residentConnections: ids.map((accountId) => ({ accountId, neighbourhoodId, kind: "live" })),
  };
}
