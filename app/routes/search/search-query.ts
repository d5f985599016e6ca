import { z } from "zod";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { searchStages } from "#app/domain/concern/search-stage.ts";

const mostLetters = 100;
/** Further than anybody turns pages; bounds the work. */
export const mostPages = 25;

const querySchema = z.object({
  q: z
    .string()
    .trim()
    .catch("")
    .default("")
    .transform((typed) => typed.slice(0, mostLetters)),
  neighbourhood: z.string().max(100).catch("").default(""),
  category: z.enum(concernCategories).nullable().catch(null).default(null),
  stage: z.enum(searchStages).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(mostPages).catch(1).default(1),
});
export type SearchQuery = z.output<typeof querySchema>;

/** What an address asks; what makes no sense counts as not asked. */
export const readSearchQuery = (params: URLSearchParams): SearchQuery =>
  querySchema.parse(Object.fromEntries(params));

/** The address's part for a page of the same search; what was left open is left out. */
export function writeSearchQuery({ q, neighbourhood, category, stage, page }: SearchQuery): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  if (neighbourhood !== "") params.set("neighbourhood", neighbourhood);
  if (category !== null) params.set("category", category);
  if (stage !== null) params.set("stage", stage);
  if (page > 1) params.set("page", String(page));
  return params.toString();
}
