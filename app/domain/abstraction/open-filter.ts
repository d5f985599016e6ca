import type { Day } from "#app/domain/team/day.ts";
import { addMonths, monthOfDay, quarterOf, type Month } from "./month.ts";
import { publishedScopes, type PublishedScope } from "./words.ts";

/** What somebody asks of the published figures. */
export interface OpenFilter {
  scopes: readonly PublishedScope[];
  /** Of one neighbourhood alone. */
  neighbourhood: string | null;
  months: { from: Month; to: Month };
  /** The quarters that these months lie in. */
  quarters: { from: Month; to: Month };
}

export type OpenFilterRead = { ok: true; filter: OpenFilter } | { ok: false; detail: string };

const monthsUnlessAsked = 24;
const mostMonths = 36;
const monthShape = /^20\d\d-(?:0[1-9]|1[0-2])$/;

const isScope = (words: string): words is PublishedScope =>
  (publishedScopes as readonly string[]).includes(words);

/** Reads `scope`, `neighbourhood`, `from` and `to` (months, "2026-05", both with them). */
export function readOpenFilter(params: URLSearchParams, today: Day): OpenFilterRead {
  const scope = params.get("scope");
  const neighbourhood = params.get("neighbourhood");
  if (scope !== null && !isScope(scope))
    return { ok: false, detail: `scope must be one of ${publishedScopes.join(", ")}.` };
  if (neighbourhood !== null && scope !== null && scope !== "neighbourhood")
    return { ok: false, detail: "neighbourhood goes with no other scope." };
  const [askedFrom, askedTo] = [params.get("from"), params.get("to")];
  if ([askedFrom, askedTo].some((month) => month !== null && !monthShape.test(month)))
    return { ok: false, detail: "from and to must be months, like 2026-05." };
  const to = askedTo === null ? monthOfDay(today) : `${askedTo}-01`;
  const from = askedFrom === null ? addMonths(to, 1 - monthsUnlessAsked) : `${askedFrom}-01`;
  if (from > to) return { ok: false, detail: "from must not be after to." };
  if (addMonths(from, mostMonths) <= to)
    return {
      ok: false,
      detail: `from and to may lie ${mostMonths} months apart at most: ask again for more.`,
    };
  const scopes =
    neighbourhood !== null ? (["neighbourhood"] as const) : scope === null ? publishedScopes : [scope];
  return {
    ok: true,
    filter: { scopes, neighbourhood, months: { from, to }, quarters: { from: quarterOf(from), to } },
  };
}
