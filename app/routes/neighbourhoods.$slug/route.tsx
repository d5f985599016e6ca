import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FeedLink } from "#app/components/following/feed-link.tsx";
import { FollowForm } from "#app/components/following/follow-form.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { drawLocal, type LocalPicture } from "#app/components/map/local-picture.ts";
import { toListed } from "#app/components/meeting/meeting-list.tsx";
import { oncePerFinder } from "#app/components/once-per-finder.ts";
import { feedMeta } from "#app/components/site/feed-meta.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import type { Finder } from "#app/domain/finder/finder.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { movedOn } from "#app/moved-on.server.ts";
import { pageHeaders, privatePage, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recallPlace } from "#app/remembered-place.server.ts";
import { teamTimeOf } from "#app/team-time.server.ts";
import { listMeetingsAhead } from "#db/queries/meeting.ts";
import { publicSideOf } from "#db/queries/neighbourhood.ts";
import { listCarriedFrom } from "#db/queries/succession.ts";
import { AboutArea } from "./about-area.tsx";
import { choicesOf } from "./choices.server.ts";
import { Contact } from "./contact.tsx";
import { Found } from "./found.tsx";
import { Here } from "./here.tsx";
import { MovedOn, type MovedOnProps } from "./moved-on.tsx";
import { NextMeetings } from "./next-meetings.tsx";
import { Now } from "./now.tsx";
import { Priorities } from "./priorities.tsx";
import { Raised } from "./raised.tsx";
import { Team } from "./team.tsx";
import { TeamTime } from "./team-time.tsx";

const meetingsShown = 3;

export const meta: MetaFunction<typeof loader> = (args) => {
  const { data } = args;
  // Null too, where a form was sent to a page that takes none.
  const name = !data ? null : data.movedOn === null ? data.name : data.movedOn.name;
  const page = pageMeta(args, {
    title: name === null ? "Page not found" : `${name}: your neighbourhood team`,
    description:
      name === null
        ? "Find your neighbourhood team by postcode, place or map."
        : `Who polices ${name}, what residents chose for it to work on, and how to reach the team.`,
    path: name === null ? null : paths.neighbourhood(args.params["slug"] ?? ""),
  });
  return !data || data.movedOn !== null
    ? page
    : [...page, feedMeta(`What changed in ${data.name}`, paths.changesFeed(data.slug))];
};

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { read, now, finder, publicUrl, mapTiles } = context;
  const neighbourhood = finder.bySlug(params["slug"] ?? "");
  if (neighbourhood === null)
    return publicPage({ movedOn: await movedOnFrom(context, params["slug"] ?? "") });
  const { id, slug, code, name, description, district } = neighbourhood;

  const place = await recallPlace(request, publicUrl);
  const today = londonDay(now);
  const { team, contact, bases, placement, choices, meetings, time } = await read(async (tx) => ({
    ...(await publicSideOf(tx, id, today)),
    choices: await choicesOf(tx, id, today),
    meetings: (await listMeetingsAhead(tx, id, now, meetingsShown)).map(toListed),
    time: (await teamTimeOf(tx, id, today, 1)).sentence,
  }));
  const neighbours = finder.neighboursOf(slug);
  const isRemembered = place?.slug === slug;
  const { boundaries } = finder.editions;
  const page = {
    movedOn: null,
    slug,
    code,
    name,
    description,
    district: district === null ? null : { name: district, slug: placement?.partnership.slug ?? null },
    team,
    contact,
    bases,
    placement,
    choices,
    today,
    meetings,
    teamTime: time,
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

/** Where a neighbourhood that is no more went; not found where it never was or went nowhere. */
async function movedOnFrom(context: AppLoadContext, slug: string): Promise<MovedOnProps> {
  const found = await movedOn(context, slug);
  if (found === null || found.heirs.length === 0) throw notFound();
  const { gone, heirs } = found;
  return {
    name: gone.name,
    to: heirs.map((heir) => ({ slug: heir.slug, name: heir.name })),
    carried: await context.read((tx) => listCarriedFrom(tx, gone.id)),
  };
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
  if (page.movedOn !== null) return <MovedOn {...page.movedOn} />;
  const { slug, name, choices } = page;
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
          <Now slug={slug} {...choices.now} />
          <Priorities slug={slug} name={name} cards={choices.cards} nextChoice={choices.nextChoice} />
          <Team team={page.team} />
          <TeamTime slug={slug} sentence={page.teamTime} />
          <Contact slug={slug} contact={page.contact} bases={page.bases} />
          <NextMeetings slug={slug} meetings={page.meetings} today={page.today} />
          <Raised slug={slug} concerns={choices.concerns} />
          <FollowForm kind="neighbourhood" reference={slug} />
          <FeedLink href={paths.changesFeed(slug)} />
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
