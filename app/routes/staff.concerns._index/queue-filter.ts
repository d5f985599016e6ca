import { z } from "zod";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { concernSources } from "#app/domain/concern/sources.ts";
import { concernStates } from "#app/domain/concern/states.ts";

const schema = z.object({
  neighbourhood: z.string().max(100).optional().catch(undefined),
  state: z.enum(concernStates).optional().catch(undefined),
  category: z.enum(concernCategories).optional().catch(undefined),
  source: z.enum(concernSources).optional().catch(undefined),
  late: z.literal("yes").optional().catch(undefined),
});

/** The filters of the queue, from its address; what makes no sense there narrows nothing. */
export const readQueueFilter = (search: URLSearchParams) => schema.parse(Object.fromEntries(search));
