import { z } from "zod";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { extractAreaKinds, type ExtractFilter } from "#app/domain/tasking/extract.ts";

const area = z
  .string()
  .max(100)
  .transform((value) => {
    const at = value.indexOf(":");
    return { kind: value.slice(0, at), code: value.slice(at + 1) };
  })
  .pipe(z.object({ kind: z.enum(extractAreaKinds), code: z.string().min(1) }));

const schema = z.object({
  area: area.nullable().catch(null),
  theme: z.enum(concernCategories).nullable().catch(null),
});

/** What the extract is asked for in its address; what makes no sense there narrows nothing. */
export const readExtractFilter = (search: URLSearchParams): ExtractFilter =>
  schema.parse({ area: null, theme: null, ...Object.fromEntries(search) });
