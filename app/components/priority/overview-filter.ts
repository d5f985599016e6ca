import { z } from "zod";
import { areaFilter } from "#app/components/area-filter.ts";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { overviewAreaKinds, overviewOrders, type OverviewFilter } from "#app/domain/priority/overview.ts";
import { priorityStates } from "#app/domain/priority/states.ts";

const schema = z.object({
  area: areaFilter(overviewAreaKinds).nullable().catch(null),
  theme: z.enum(concernCategories).nullable().catch(null),
  stage: z.enum(priorityStates).nullable().catch(null),
  late: z.literal("on").nullable().catch(null),
  order: z.enum(overviewOrders).catch("late"),
});

const none = { area: null, theme: null, stage: null, late: null };

/** What the overview is asked for in its address; what makes no sense there narrows nothing. */
export function readOverviewFilter(search: URLSearchParams): OverviewFilter {
  const { late, ...filter } = schema.parse({ ...none, ...Object.fromEntries(search) });
  return { ...filter, isLateOnly: late === "on" };
}
