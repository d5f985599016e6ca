import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { invitationStatuses } from "#app/domain/member/invitation.ts";
import { readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { areaNames } from "#app/services/member/area-names.server.ts";
import { resendInvitation, withdrawInvitation } from "#app/services/member/change-invitation.server.ts";
import { reachOf } from "#app/services/member/reach.server.ts";
import { listInvitations } from "#db/queries/invitation.ts";
import { countLost } from "#db/queries/member.ts";
import { doneOf, doneWords } from "./done.ts";
import { InvitationTable } from "./invitation-table.tsx";
import { StatusLinks } from "./status-links.tsx";

const rowsOnAPage = 25;
const asked = z.object({
  status: z.enum(invitationStatuses).catch("waiting"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Invitations", description: "Partners, panels and key individuals.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "member:invite");
  const { actor, read } = visit;
  const { now } = args.context;
  const { searchParams } = new URL(args.request.url);
  const { status, page } = asked.parse(Object.fromEntries(searchParams));
  const { rows, nameOf, lostCount } = await read(async (tx) => {
    const areas = (await reachOf(tx, actor))?.filter ?? [];
    const filter = { accountId: actor.accountId, areas, status };
    const slice = { limit: rowsOnAPage + 1, offset: (page - 1) * rowsOnAPage };
    return {
      rows: await listInvitations(tx, filter, now, slice),
      nameOf: await areaNames(tx),
      lostCount: await countLost(tx, areas),
    };
  });
  return privatePage({
    frame: staffFrameOf(visit),
    status,
    lostCount,
    nextPage: rows.length > rowsOnAPage ? page + 1 : null,
    done: doneOf(searchParams.get("done")),
    rows: rows.slice(0, rowsOnAPage).map(({ areaKind, areaId, accountId, invitedBy, ...row }) => ({
      ...row,
      area: nameOf({ kind: areaKind, id: areaId }),
      isMine: invitedBy === actor.accountId,
      memberId: accountId,
    })),
  });
}

const act = z.object({ intent: z.enum(["withdraw", "send-again"]), id: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "member:invite");
  const { db, now, publicUrl } = args.context;
  const form = await readForm(args.request, act);
  if (!form.ok) throw notFound();
  const { intent, id } = form.value;
  const changed =
    intent === "withdraw"
      ? await withdrawInvitation({ db, now }, actor, id)
      : await resendInvitation({ db, now, publicUrl }, actor, id);
  return redirect(`${paths.staff.invitations()}?done=${changed.ok ? intent : changed.reason}`);
}

export default function Invitations() {
  const { frame, status, rows, nextPage, lostCount, done } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Invitations">
      <DoneMessage words={done && doneWords[done]} />
      {lostCount === 0 ? null : (
        <InsetText>
          <Link className="govuk-link" to={paths.staff.members()}>
            {lostCount === 1 ? "1 member cannot" : `${lostCount} members cannot`} sign in and asked for a way
            back
          </Link>
        </InsetText>
      )}
      <p>
        <Link className="govuk-button" role="button" draggable={false} to={paths.staff.newInvitation()}>
          Invite somebody
        </Link>
      </p>
      <p>
        <Link className="govuk-link" to={paths.staff.members()}>
          Partners, panel members and key individuals of your area
        </Link>
      </p>
      <StatusLinks status={status} />
      <InvitationTable status={status} rows={rows} />
      <NextPage to={nextPage === null ? null : `?status=${status}&page=${nextPage}`} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
