import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NoticeList } from "#app/components/staff/notice-list.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { staffPaces, staffPaceWords } from "#app/domain/following/following.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireStaff } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeStaffPace } from "#app/services/notice/change-staff-pace.server.ts";
import { listNotices, paceOf } from "#db/queries/staff-notice.ts";

const mostShown = 100;
const shownHours = 30 * 24;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your notices",
    description: "What is new, late or escalated for you.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireStaff(args);
  const { accountId } = visit.signedIn;
  const since = hoursAfter(args.context.now, -shownHours);
  return privatePage({
    frame: staffFrameOf(visit),
    ...(await visit.read(async (tx) => ({
      pace: await paceOf(tx, accountId),
      notices: await listNotices(tx, accountId, { since, isPressingFirst: false, limit: mostShown }),
    }))),
  });
}

const schema = z.object({ pace: z.enum(staffPaces, { error: "Choose how you want to be told" }) });

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireStaff(args);
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  await changeStaffPace(args.context, actor, form.value.pace);
  return redirect(paths.staff.notices());
}

export default function Notices() {
  const { frame, pace, notices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ pace: string }>({
    id: "notices",
    lastResult: refused?.reply,
    defaultValue: { pace },
  });
  return (
    <StaffPage frame={frame} title="Your notices" errors={<ErrorSummary fields={[fields.pace]} />}>
      {notices.length === 0 ? (
        <p>Nothing was new, late or escalated for you in the last 30 days.</p>
      ) : (
        <NoticeList notices={notices} />
      )}
      <form method="post" action={paths.staff.notices()} noValidate>
        <Radios
          field={fields.pace}
          legend="How do you want to be told by email?"
          items={staffPaces.map((value) => ({ value, label: staffPaceWords[value] }))}
        />
        <Button look="secondary">Save</Button>
      </form>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
