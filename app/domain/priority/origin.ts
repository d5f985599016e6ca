import { refused, type Refused } from "#app/domain/account/change.ts";

/** Where a priority may come from: the neighbourhood's own cycle, an urgent need the team saw, or a partner's request to the panel. */
export const priorityOrigins = ["community-cycle", "snt-urgent", "partner"] as const;
export type PriorityOrigin = (typeof priorityOrigins)[number];

export const priorityOriginWords: Readonly<Record<PriorityOrigin, string>> = {
  "community-cycle": "Chosen by residents",
  "snt-urgent": "Urgent, added by the neighbourhood team",
  partner: "Brought to the panel by a partner",
};

const isOrigin = (value: unknown): value is PriorityOrigin => priorityOrigins.some((one) => one === value);

/** Reads an origin. What the force or the nation sets can be cited in a plan and is never a local priority. */
export function readOrigin(value: unknown): { ok: true; origin: PriorityOrigin } | Refused {
  return isOrigin(value)
    ? { ok: true, origin: value }
    : refused("origin", "A local priority comes from its neighbourhood, never from the force or the nation");
}
