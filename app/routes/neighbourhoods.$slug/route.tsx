import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FollowForm } from "#app/components/following/follow-form.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { drawLocal, type LocalPicture } from "#app/components/map/local-picture.ts";
import { toListed } from "#app/components/meeting/meeting-list.tsx";
import { oncePerFinder } from "#app/components/once-per-finder.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import type { Finder } from "#app/domain/finder/finder.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recallPlace } from "#app/remembered-place.server.ts";
import { listMeetingsAhead } from "#db/queries/meeting.ts";
import { publicSideOf } from "#db/queries/neighbourhood.ts";
import { AboutArea } from "./about-area.tsx";
import { ComingSections } from "./coming-sections.tsx";
import { Contact } from "./contact.tsx";
import { Found } from "./found.tsx";
import { Here } from "./here.tsx";
import { NextMeetings } from "./next-meetings.tsx";
import { RaiseLink } from "./raise-link.tsx";
import { Team } from "./team.tsx";

const meetingsShown = 3;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `${args.data.name}: your neighbourhood team` : "Page not found",
    description: args.data
      ? `Who polices ${args.data.name}, how to reach them and what lies in the neighbourhood.`
      : "Find your neighbourhood team by postcode, place or map.",
    path: args.data ? paths.neighbourhood(args.params["slug"] ?? "") : null,
  });

export const headers = pageHeaders;

export async function loader({
  request,
  params,
  context: { read, now, finder, publicUrl, mapTiles },
}: LoaderFunctionArgs) {
  allowPublic();
  const neighbourhood = finder.bySlug(params["slug"] ?? "");
  if (neighbourhood === null) throw notFound();
  const { id, slug, code, name, description, district } = neighbourhood;

  const place = await recallPlace(request, publicUrl);
  const today = londonDay(now);
  const { team, contact, bases, placement } = await read((tx) => publicSideOf(tx, id, today));
  const meetings = (await read((tx) => listMeetingsAhead(tx, id, now, meetingsShown))).map(toListed);
  const neighbours = finder.neighboursOf(slug);
  const isRemembered = place?.slug === slug;
  const { boundaries } = finder.editions;
  const page = {
    slug,
    code,
    name,
    description,
    district: district === null ? null : { name: district, slug: placement?.partnership.slug ?? null },
    team,
    contact,
    bases,
    placement,
    today,
    meetings,
    neighbours,
    picture: pictureOf(finder, slug),
    version: finder.version,
    mapTiles,
    edition: boundaries,
    found: isRemembered
      ? { postcode: place.postcode, nextTo: place.nextTo.flatMap((other) => toName(finder.bySlug(other))) }
      : null,
  };
  // A page that names nobody's postcode is the same for everyone.
  return isRemembered ? privatePage(page) : publicPage(page);
}

const picturesOf = oncePerFinder(() => new Map<string, LocalPicture>());

function pictureOf(finder: Finder, slug: string): LocalPicture {
  const pictures = picturesOf(finder);
  const neighbours = finder.neighboursOf(slug).map((neighbour) => neighbour.slug);
  const picture = pictures.get(slug) ?? drawLocal(finder.neighbourhoods, [slug], neighbours);
  pictures.set(slug, picture);
  return picture;
}

const toName = (neighbourhood: { slug: string; name: string } | null) =>
  neighbourhood === null ? [] : [{ slug: neighbourhood.slug, name: neighbourhood.name }];

export default function Neighbourhood() {
  const page = useLoaderData<typeof loader>();
  const district = page.district === null ? [] : [page.district];
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs
        items={[
          { to: paths.neighbourhoods(), words: "Neighbourhoods" },
          ...district.flatMap(({ name, slug }) =>
            slug === null ? [] : [{ to: paths.district(slug), words: name }],
          ),
        ]}
        here={page.name}
      />
      <div className="sn-columns">
        <div className="sn-columns__main">
          <h1 className="govuk-heading-xl sn-page__title">{page.name}</h1>
          <Found found={page.found} />
          {page.description === null ? null : <p>{page.description}</p>}
          <Team team={page.team} />
          <Contact slug={page.slug} contact={page.contact} bases={page.bases} />
          <RaiseLink slug={page.slug} />
          <FollowForm kind="neighbourhood" reference={page.slug} />
          <NextMeetings slug={page.slug} meetings={page.meetings} today={page.today} />
          <ComingSections />
        </div>
        <div className="sn-columns__side">
          <Here {...page} />
          <AboutArea {...page} />
        </div>
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
