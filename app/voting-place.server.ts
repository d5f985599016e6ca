import type { AppLoadContext } from "@remix-run/node";
import { heirsInForce } from "#app/domain/neighbourhood/heirs.ts";
import { voteGoesOnLine } from "#app/domain/neighbourhood/succession-words.ts";
import { notFound } from "#app/http.server.ts";
import { findGone, listSuccessions } from "#db/queries/gone-neighbourhood.ts";

export interface VotingPlace {
  id: string;
  slug: string;
  name: string;
  /** Where the boundaries no longer have it: whose part it is now, and that its vote is finished. */
  goneLine: string | null;
}

/** The neighbourhood of a vote's address, in force or gone: a vote stays where residents began it. Otherwise 404. */
export async function votingPlace(
  { finder, read }: Pick<AppLoadContext, "finder" | "read">,
  slug: string | undefined,
): Promise<VotingPlace> {
  const here = finder.bySlug(slug ?? "");
  if (here !== null) return { id: here.id, slug: here.slug, name: here.name, goneLine: null };
  const found = await read(async (tx) => {
    const gone = await findGone(tx, slug ?? "");
    return gone === null ? null : { gone, successions: await listSuccessions(tx) };
  });
  if (found === null) throw notFound();
  const { gone, successions } = found;
  const nameOf = new Map(finder.neighbourhoods.map(({ id, name }) => [id, name]));
  const heirs = heirsInForce(gone.id, successions, new Set(nameOf.keys()));
  const goneLine = voteGoesOnLine(
    gone.name,
    heirs.flatMap((id) => nameOf.get(id) ?? []),
  );
  return { ...gone, goneLine };
}
