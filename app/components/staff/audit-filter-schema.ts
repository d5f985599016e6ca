import { z } from "zod";
import { isSubjectId, type AuditFilter } from "#app/domain/account/audit-filter.ts";
import { dayOfParts } from "#app/domain/account/day-parts.ts";

/** What was typed into the search of the audit record, as it stands in the address. */
export interface AuditQuestion {
  filter: AuditFilter;
  /** Where a later page begins. */
  belowNumber: number | null;
  /** What is wrong, by the field's name; nothing is shown then. */
  errors: Readonly<Record<string, string>>;
}

const uuid = z.uuid().nullable().catch(null);
const action = z
  .string()
  .regex(/^[a-z-]{1,40}\.[a-z-]{1,40}$/)
  .nullable()
  .catch(null);
const number = z.coerce.number().int().positive().nullable().catch(null);

/** A day in three fields of the address: null where they are empty, undefined where they are no date. */
function dayOf(search: URLSearchParams, name: string) {
  const [day, month, year] = ["day", "month", "year"].map((part) =>
    (search.get(`${name}-${part}`) ?? "").trim(),
  );
  if (`${day ?? ""}${month ?? ""}${year ?? ""}` === "") return null;
  return dayOfParts({ day, month, year }) ?? undefined;
}

/** Reads a search of the audit record from its address. */
export function readAuditQuestion(search: URLSearchParams): AuditQuestion {
  const [fromDay, toDay] = [dayOf(search, "from"), dayOf(search, "to")];
  const subject = (search.get("subject") ?? "").trim();
  const errors: Record<string, string> = {};
  if (fromDay === undefined) errors["from"] = "From must be a real date, like 27 3 2027";
  if (toDay === undefined) errors["to"] = "To must be a real date, like 27 3 2027";
  if (fromDay != null && toDay != null && toDay < fromDay)
    errors["to"] = "To must be the same day as From or later";
  if (subject !== "" && !isSubjectId(subject)) errors["subject"] = "Enter an id or a reference, not a name";
  return {
    filter: {
      fromDay: fromDay ?? null,
      toDay: toDay ?? null,
      action: action.parse(search.get("action")),
      actorId: uuid.parse(search.get("actor")),
      subjectId: subject === "" ? null : subject,
      neighbourhoodId: uuid.parse(search.get("neighbourhood")),
    },
    belowNumber: number.parse(search.get("below")),
    errors,
  };
}
