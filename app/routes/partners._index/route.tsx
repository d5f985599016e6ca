import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HeldRoles } from "#app/components/member/held-roles.tsx";
import { MemberPage } from "#app/components/member/member-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { requirePartner } from "#app/member-guard.server.ts";
import { shownMember } from "#app/member-home.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Partners", description: "Your page as a partner.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requirePartner(args);
  return privatePage(await read((tx) => shownMember(tx, actor, signedIn, args.context.now)));
}

export default function PartnersHome() {
  const { name, agency, roles } = useLoaderData<typeof loader>();
  return (
    <MemberPage title="Partners">
      <HeldRoles name={name} agency={agency} roles={roles} />
      <h2 className="govuk-heading-m">Your joint work</h2>
      <p>
        Joint tasking is not here yet. When it is, this page shows the meetings you take part in and the
        actions your agency owns, and nothing of other agencies.
      </p>
    </MemberPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
