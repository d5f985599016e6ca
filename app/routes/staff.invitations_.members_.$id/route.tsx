import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { daysInWords } from "#app/domain/account/day-words.ts";
import { memberKindWords } from "#app/domain/member/member.ts";
import { readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { endMember, sendWayBack } from "#app/services/member/look-after-member.server.ts";
import { viewMember } from "#app/services/member/view-members.server.ts";
import { doneOf, doneWords } from "./done.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Member", description: "A partner, panel member or key individual.", path: null });

export const headers = pageHeaders;

const idSchema = z.uuid();

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "member:invite");
  const id = idSchema.safeParse(args.params["id"]);
  if (!id.success) throw notFound();
  const { db, now } = args.context;
  const roles = await viewMember({ db, now }, visit.actor, id.data);
  const [first] = roles ?? [];
  if (roles === null || first === undefined) throw notFound();
  return privatePage({
    frame: staffFrameOf(visit),
    id: id.data,
    name: first.name ?? "No name",
    agency: first.agency,
    lostAt: first.lostAt,
    roles: roles.map(({ appointmentId, kind, area, startsOn, endsOn }) => ({
      id: appointmentId,
      words: `${memberKindWords[kind].name}, ${area}, ${daysInWords(startsOn, endsOn)}`,
    })),
    done: doneOf(new URL(args.request.url).searchParams.get("done")),
  });
}

const act = z.object({ intent: z.enum(["send-way-back", "end"]) });

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "member:invite");
  const { db, now, publicUrl } = args.context;
  const id = idSchema.safeParse(args.params["id"]);
  const form = await readForm(args.request, act);
  if (!id.success || !form.ok) throw notFound();
  const isEnd = form.value.intent === "end";
  const changed = isEnd
    ? await endMember({ db, now }, actor, id.data)
    : await sendWayBack({ db, now, publicUrl }, actor, id.data);
  if (changed.ok && isEnd) return redirect(paths.staff.members());
  if (!changed.ok && changed.reason === "gone") throw notFound();
  return redirect(`${paths.staff.member(id.data)}?done=${changed.ok ? "sent" : "limited"}`);
}

export default function Member() {
  const { frame, id, name, agency, lostAt, roles, done } = useLoaderData<typeof loader>();
  const parents = [
    { to: paths.staff.invitations(), words: "Invitations" },
    { to: paths.staff.members(), words: "Members" },
  ];
  return (
    <StaffPage frame={frame} title={name} errors={<Breadcrumbs items={parents} here={name} />}>
      <DoneMessage words={done && doneWords[done]} />
      <p className="sn-quiet">
        <strong>OFFICIAL-SENSITIVE.</strong> Each look at this page is recorded.
      </p>
      <SummaryList
        rows={[
          ...(agency === null ? [] : [{ term: "Agency", value: agency }]),
          {
            term: roles.length === 1 ? "Role" : "Roles",
            value: (
              <ul className="govuk-list">
                {roles.map((role) => (
                  <li key={role.id}>{role.words}</li>
                ))}
              </ul>
            ),
          },
          ...(lostAt === null
            ? []
            : [{ term: "Cannot sign in", value: `Asked for a way back ${momentInWords(lostAt)}` }]),
        ]}
      />
      <h2 className="govuk-heading-m">They lost their passkey or password</h2>
      <p>
        Check first that it is them: meet them, or ring a number you already had. Do not go by an email or by
        somebody who rings you. The link you send replaces every way they sign in.
      </p>
      <form method="post" action={paths.staff.member(id)}>
        <Button name="intent" value="send-way-back">
          I checked who they are: send a way back
        </Button>
      </form>
      <h2 className="govuk-heading-m">They leave</h2>
      <WarningText>They are signed out at once and cannot sign in again.</WarningText>
      <form method="post" action={paths.staff.member(id)}>
        <Button look="secondary" name="intent" value="end">
          End {name}’s access
        </Button>
      </form>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
