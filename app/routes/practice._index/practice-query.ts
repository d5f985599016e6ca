import { z } from "zod";
import { concernCategories } from "#app/domain/concern/categories.ts";

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
  category: z.enum(concernCategories).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(mostPages).catch(1).default(1),
});
export type PracticeQuery = z.output<typeof querySchema>;

/** What an address asks; what makes no sense counts as not asked. */
export const readPracticeQuery = (params: URLSearchParams): PracticeQuery =>
  querySchema.parse(Object.fromEntries(params));

/** The address’s part for a page of the same search; what was left open is left out. */
export function writePracticeQuery({ q, category, page }: PracticeQuery): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  if (category !== null) params.set("category", category);
  if (page > 1) params.set("page", String(page));
  return params.toString();
}
