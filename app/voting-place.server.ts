import type { AppLoadContext } from "@remix-run/node";
import { notFound } from "#app/http.server.ts";
import { movedOn } from "#app/moved-on.server.ts";

export interface VotingPlace {
  id: string;
  slug: string;
  name: string;
  /** Where the boundaries no longer have it: whose part it is now, the main one first. Null where they have it. */
  heirs: readonly { slug: string; name: string }[] | null;
}

/** The neighbourhood of a vote's address, in force or gone: a vote stays where residents began it. Otherwise 404. */
export async function votingPlace(
  context: Pick<AppLoadContext, "finder" | "read">,
  slug: string | undefined,
): Promise<VotingPlace> {
  const here = context.finder.bySlug(slug ?? "");
  if (here !== null) return { id: here.id, slug: here.slug, name: here.name, heirs: null };
  const found = await movedOn(context, slug ?? "");
  if (found === null) throw notFound();
  return { ...found.gone, heirs: found.heirs.map(({ slug: of, name }) => ({ slug: of, name })) };
}
