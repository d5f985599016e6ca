import type { Day } from "#app/domain/team/day.ts";
import type { AppointedRole, AreaKind } from "./account.ts";
import { areaKindInWords } from "./area-words.ts";
import type { FieldError } from "./change.ts";
import { areaKindsFor } from "./role-areas.ts";
import { roleWords } from "./role-words.ts";

/** A role to be given. The last day is included; null is open. */
export interface WantedRole {
  role: AppointedRole;
  area: { kind: AreaKind; id: string | null };
  startsOn: Day;
  endsOn: Day | null;
}

/** What is wrong with a stretch of days that must not lie in the past; nothing when all is well. */
export function problemsOfDays(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day | null },
  today: Day,
): FieldError[] {
  if (endsOn !== null && endsOn < startsOn)
    return [{ field: "endsOn", message: "The last day must be the first day or later" }];
  if (endsOn !== null && endsOn < today)
    return [{ field: "endsOn", message: "The last day must be today or later" }];
  return [];
}

/** What is wrong with a role to be given on a day; nothing when all is well. */
export function problemsOfRole({ role, area, ...days }: WantedRole, today: Day): FieldError[] {
  const kinds = areaKindsFor[role];
  const choices = kinds.map(areaKindInWords).join(" or ");
  const isAllowed = kinds.includes(area.kind);
  return [
    ...(isAllowed ? [] : [{ field: "area", message: `${roleWords[role]}: choose ${choices}` }]),
    ...(days.startsOn < today
      ? [{ field: "startsOn", message: "The first day must be today or later" }]
      : []),
    ...problemsOfDays(days, today),
  ];
}

/** Whether a role or an absence is running, still to come or over on a day. */
export function stateOn(
  { startsOn, endsOn, endedAt }: { startsOn: Day; endsOn: Day | null; endedAt: Date | null },
  today: Day,
): "running" | "coming" | "over" {
  if (endedAt !== null || (endsOn !== null && endsOn < today)) return "over";
  return startsOn > today ? "coming" : "running";
}
