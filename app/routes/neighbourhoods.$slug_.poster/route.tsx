import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { toListed } from "#app/components/meeting/meeting-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listMeetingsAhead } from "#db/queries/meeting.ts";
import { publicSideOf } from "#db/queries/neighbourhood.ts";
import { findNextVote } from "#db/queries/next-vote.ts";
import { voteDaysInWords } from "./poster-words.ts";
import { PosterTeam } from "./poster-team.tsx";
import { QrCode } from "./qr-code.tsx";
import { qrPicture } from "./qr-picture.server.ts";

// Cancelled ones among them are left out; so many in a row are not.
const mostLookedAt = 5;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Poster for ${args.data.name}` : "Page not found",
    description: "A poster of your neighbourhood team, to print on A4 for a noticeboard.",
    path: args.data ? paths.poster(args.data.slug) : null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { context } = args;
  const { read, now, force, publicUrl } = context;
  const { id, slug, name } = await placeOfPage(context, args, paths.poster);
  const today = londonDay(now);
  const { team, contact, vote, meetings } = await read(async (tx) => ({
    ...(await publicSideOf(tx, id, today)),
    vote: await findNextVote(tx, id, today),
    meetings: await listMeetingsAhead(tx, id, now, mostLookedAt),
  }));
  const next = meetings.find(({ state }) => state === "announced");
  const address = `${publicUrl}${paths.neighbourhood(slug)}`;
  return publicPage({
    slug,
    name,
    force: force?.name ?? null,
    today,
    team,
    telephone: contact?.telephone ?? "101",
    email: contact?.email ?? null,
    vote,
    meeting: next === undefined ? null : toListed(next),
    address: address.replace(/^https?:\/\//, ""),
    qr: qrPicture(address),
  });
}

export default function Poster() {
  const { slug, name, force, today, team, telephone, email, vote, meeting, address, qr } =
    useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-poster-page">
      <p className="sn-poster-page__hint">
        Print this page on one sheet of A4, without the headers and footers that your browser adds.{" "}
        <Link className="govuk-link" to={paths.neighbourhood(slug)}>
          Back to {name}
        </Link>
      </p>
      <article className="sn-poster">
        <p className="sn-poster__force">{force ?? "Safer Neighbourhoods"}</p>
        <h1 className="sn-poster__name">{name}: your neighbourhood team</h1>
        <PosterTeam team={team} />
        <section className="sn-poster__part">
          <h2 className="sn-poster__heading">Reach them</h2>
          <p>
            Call <strong>{telephone}</strong>
            {email === null ? null : (
              <>
                {" "}
                or write to <strong className="sn-break">{email}</strong>
              </>
            )}
          </p>
        </section>
        <section className="sn-poster__part">
          <h2 className="sn-poster__heading">You choose what they work on</h2>
          <p>
            {vote === null ? (
              "Tell them what worries you: on the page below, or when you meet them."
            ) : (
              <>
                Vote <strong>{voteDaysInWords(vote.firstDay, vote.lastDay)}</strong>, online, on paper or by
                telephone.
              </>
            )}
          </p>
        </section>
        {meeting === null ? null : (
          <section className="sn-poster__part">
            <h2 className="sn-poster__heading">Meet them</h2>
            <p>
              <strong>{meetingTimeInWords(meeting, today)}</strong>
              <br />
              {meeting.title}
              {meeting.place === null ? "" : `, ${meeting.place}`}
            </p>
          </section>
        )}
        <section className="sn-poster__address">
          <QrCode {...qr} />
          <p>
            Find out more, tell them what worries you and vote:
            <br />
            <strong className="sn-break">{address}</strong>
          </p>
        </section>
        <p className="sn-poster__emergency">
          In an emergency call <strong>999</strong>
        </p>
      </article>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
