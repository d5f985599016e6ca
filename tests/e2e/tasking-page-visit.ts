import type { Somebody, TaskingPages } from "./tasking-pages-site.ts";

const sensitive = "OFFICIAL-SENSITIVE";

/** A page as one person opens it. */
export interface PageVisit {
  /** Its address as the list of routes has it. */
  route: string;
  by: Somebody;
  at: (site: TaskingPages) => string;
  /** What stands on it when it is as full as it should be. */
  shows: string;
  /** The button of its main form; null where there is nothing to send. */
  form: string | null;
  /** How it is marked; null where nothing on it is restricted. */
  marking: typeof sensitive | "OFFICIAL" | null;
}

export const staffPage = (
  by: Somebody,
  route: string,
  at: PageVisit["at"],
  shows: string,
  form: string | null = null,
  marking: PageVisit["marking"] = sensitive,
): PageVisit => ({ route: `/staff${route}`, by, at, shows, form, marking });

export const partnerPage = (
  route: string,
  at: PageVisit["at"],
  shows: string,
  form: string | null = null,
  { by = "Council officer", marking = sensitive }: Partial<Pick<PageVisit, "by" | "marking">> = {},
): PageVisit => ({ route: `/partners${route}`, by, at, shows, form, marking });

/** The addresses of one meeting and of one group, as the list of routes has them. */
export const meeting = "/tasking/meetings/:reference";
export const group = "/tasking/groups/:code";
