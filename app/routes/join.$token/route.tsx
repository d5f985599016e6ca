import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { memberKindWords } from "#app/domain/member/member.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readInvitation } from "#app/services/member/read-invitation.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your invitation",
    description: "Accept an invitation to Safer Neighbourhoods.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ params, context: { db, now } }: LoaderFunctionArgs) {
  allowPublic();
  const token = params["token"] ?? "";
  const found = await readInvitation({ db, now }, token);
  if (found === null) {
    return data(
      { token, invitation: null },
      { status: 410, headers: { "Cache-Control": "private, no-store" } },
    );
  }
  const { kind, agency, area, endsOn, invitedBy, expiresAt, accountId } = found;
  const invitation = { kind, agency, area, endsOn, invitedBy, expiresAt, isWayBack: accountId !== null };
  return privatePage({ token, invitation });
}

export default function Join() {
  const { token, invitation } = useLoaderData<typeof loader>();
  if (invitation === null) return <Gone />;
  const { kind, agency, area, endsOn, invitedBy, expiresAt, isWayBack } = invitation;
  const inviter = invitedBy ?? "Your neighbourhood team";
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">
        {isWayBack ? "Set up a new way to sign in" : `${inviter} invites you`}
      </h1>
      <p>
        {isWayBack
          ? "What you set up now replaces your passkeys and your password. Everybody signed in as you is signed out."
          : `You are invited to Safer Neighbourhoods as ${memberKindWords[kind].as}. Accepting takes about five minutes.`}
      </p>
      <SummaryList
        rows={[
          { term: "Invited by", value: inviter },
          { term: "As", value: memberKindWords[kind].name },
          ...(agency === null ? [] : [{ term: "For", value: agency }]),
          { term: "Area", value: area },
          ...(endsOn === null ? [] : [{ term: "Until", value: dayInWords(endsOn) }]),
          { term: "Accept before", value: momentInWords(expiresAt) },
        ]}
      />
      <Link className="govuk-button" role="button" draggable={false} to={paths.joinProof(token)}>
        Continue
      </Link>
    </div>
  );
}

function Gone() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">This invitation cannot be used</h1>
      <p>It was used already, it was withdrawn, or it is older than two days.</p>
      <p>Ask the person who invited you to send another one.</p>
      <p>
        If you accepted it before,{" "}
        <Link className="govuk-link" to={paths.partners.signIn()}>
          sign in
        </Link>
        .
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
