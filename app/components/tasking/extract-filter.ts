import { z } from "zod";
import { areaFilter } from "#app/components/area-filter.ts";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { extractAreaKinds, type ExtractFilter } from "#app/domain/tasking/extract.ts";

const schema = z.object({
  area: areaFilter(extractAreaKinds).nullable().catch(null),
  theme: z.enum(concernCategories).nullable().catch(null),
});

/** What the extract is asked for in its address; what makes no sense there narrows nothing. */
export const readExtractFilter = (search: URLSearchParams): ExtractFilter =>
  schema.parse({ area: null, theme: null, ...Object.fromEntries(search) });
