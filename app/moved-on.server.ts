import { redirect, type AppLoadContext, type LoaderFunctionArgs } from "@remix-run/node";
import type { FinderNeighbourhood } from "#app/domain/finder/finder.ts";
import { heirsInForce } from "#app/domain/neighbourhood/heirs.ts";
import { notFound, problem } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { cacheControlOf } from "#app/problem.ts";
import { findGone, listSuccessions, type NamedPlace } from "#db/queries/gone-neighbourhood.ts";

type Context = Pick<AppLoadContext, "finder" | "read">;

interface MovedOn {
  gone: NamedPlace;
  /** The neighbourhoods in force that follow it, the main one first; empty where the trace ends. */
  heirs: readonly FinderNeighbourhood[];
}

/** What became of a neighbourhood that boundaries no longer have; null where there never was one of this slug. */
export async function movedOn({ finder, read }: Context, slug: string): Promise<MovedOn | null> {
  const found = await read(async (tx) => {
    const gone = await findGone(tx, slug);
    return gone === null ? null : { gone, successions: await listSuccessions(tx) };
  });
  if (found === null) return null;
  const { gone, successions } = found;
  const inForce = new Map(finder.neighbourhoods.map((one) => [one.id, one]));
  const heirIds = heirsInForce(gone.id, successions, new Set(inForce.keys()));
  return { gone, heirs: heirIds.flatMap((id) => inForce.get(id) ?? []) };
}

/** The address of an heir's page, or that of the page which names the heirs of several; null where none is in force. */
export async function leadsOnTo(
  context: Context,
  slug: string,
  pathOf: (slug: string) => string,
): Promise<string | null> {
  const [main, ...others] = (await movedOn(context, slug))?.heirs ?? [];
  if (main === undefined) return null;
  return others.length > 0 ? paths.neighbourhood(slug) : pathOf(main.slug);
}

/**
 * The neighbourhood of a page's address. One that is gone leads on for good: to the same page of its heir, or to the
 * page that names them where there are several. What was typed into a form goes to the main heir, as what is open does.
 */
export async function placeOfPage(
  context: Context,
  { request, params }: Pick<LoaderFunctionArgs, "request" | "params">,
  pathOf: (slug: string) => string,
): Promise<FinderNeighbourhood> {
  const slug = params["slug"] ?? "";
  const here = context.finder.bySlug(slug);
  if (here !== null) return here;
  const isRead = ["GET", "HEAD"].includes(request.method);
  const main = isRead ? undefined : (await movedOn(context, slug))?.heirs[0];
  const path = main === undefined ? await leadsOnTo(context, slug, pathOf) : pathOf(main.slug);
  if (path === null) throw notFound();
  throw onTo(path);
}

/**
 * What the API answers for a neighbourhood that is not in force: on to the same address of its heir, the addresses of
 * its heirs where there are several, or that there is none.
 */
export async function movedOnProblem(
  context: Context & Pick<AppLoadContext, "publicUrl">,
  slug: string,
  pathOf: (slug: string) => string,
): Promise<Response> {
  const [main, ...others] = (await movedOn(context, slug))?.heirs ?? [];
  if (main === undefined) return problem("not-found", { detail: "No neighbourhood has this slug." });
  if (others.length === 0) return onTo(pathOf(main.slug));
  return problem("moved-on", {
    heirs: [main, ...others].map((heir) => ({
      slug: heir.slug,
      name: heir.name,
      link: `${context.publicUrl}${pathOf(heir.slug)}`,
    })),
  });
}

/** On for good, and with the form that was sent; asked again now and then, for boundaries can be rolled back. */
const onTo = (path: string): Response =>
  redirect(path, { status: 308, headers: { "Cache-Control": cacheControlOf(308) } });
