import { concernCategories, type ConcernCategory } from "#app/domain/concern/categories.ts";

/** What the list of actions shows. */
export const listedStates = [
  "open",
  "late",
  "unanswered",
  "declined",
  "line-to-decide",
  "done",
  "withdrawn",
] as const;
export type ListedState = (typeof listedStates)[number];

export const listedStateWords: Readonly<Record<ListedState, string>> = {
  open: "Not finished",
  late: "Late",
  unanswered: "Not answered yet",
  declined: "Declined",
  "line-to-decide": "Public line to decide",
  done: "Done",
  withdrawn: "Withdrawn",
};

export interface ActionFilter {
  state: ListedState;
  isMine: boolean;
  /** Codes; null for all. */
  group: string | null;
  agency: string | null;
  /** Of the priority that it serves. */
  theme: ConcernCategory | null;
}

const code = /^[A-Za-z0-9-]{1,40}$/;

/** A filter as an address says it; what makes no sense filters nothing. */
export function readActionFilter(asked: URLSearchParams): ActionFilter {
  const codeOf = (name: string) => {
    const typed = asked.get(name) ?? "";
    return code.test(typed) ? typed : null;
  };
  return {
    state: listedStates.find((state) => state === asked.get("state")) ?? "open",
    isMine: asked.get("mine") === "yes",
    group: codeOf("group"),
    agency: codeOf("agency"),
    theme: concernCategories.find((theme) => theme === asked.get("theme")) ?? null,
  };
}

/** The same filter for an address. */
export function writeActionFilter({ state, isMine, group, agency, theme }: ActionFilter): URLSearchParams {
  const query = new URLSearchParams({ state });
  if (isMine) query.set("mine", "yes");
  if (group !== null) query.set("group", group);
  if (agency !== null) query.set("agency", agency);
  if (theme !== null) query.set("theme", theme);
  return query;
}
