import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { toTyped, toWanted } from "#app/components/agreement/agreement-schema.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { londonDay, yearAfter } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeAgreement } from "#app/services/agreement/change-agreement.server.ts";
import { reviewAgreement } from "#app/services/agreement/review-agreement.server.ts";
import { listAgencies } from "#db/queries/agency.ts";
import { listPartnerships } from "#db/queries/agreement-list.ts";
import { findAgreement, partiesOf } from "#db/queries/agreement.ts";
import { actSchema } from "./acts.ts";
import { ChangeForm } from "./change-form.tsx";
import { ReviewForm } from "./review-form.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.isDraft === false ? "Review an agreement" : "Change a draft",
    description: "An information-sharing agreement.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "agreement:keep");
  const today = londonDay(args.context.now);
  const page = await visit.read(async (tx) => {
    const agreement = await findAgreement(tx, args.params["reference"] ?? "");
    // One that has ended for good says what it said.
    if (agreement === null || agreement.state === "terminated") return null;
    const parties = (await partiesOf(tx, agreement.id)).filter(({ leftAt }) => leftAt === null);
    const { reference, version, state, startsOn } = agreement;
    return {
      reference,
      version,
      isDraft: state === "draft",
      typed: toTyped(
        agreement,
        parties.map(({ agencyId }) => agencyId),
      ),
      bound: parties.flatMap(({ agencyId, name, signedOn }) =>
        signedOn === null ? [] : [{ id: agencyId, name }],
      ),
      latest: yearAfter(startsOn !== null && startsOn > today ? startsOn : today),
      choices: {
        partnerships: await listPartnerships(tx),
        agencies: (await listAgencies(tx)).map(({ id, name }) => ({ id, name })),
      },
    };
  });
  if (page === null) throw notFound();
  return privatePage({ frame: staffFrameOf(visit), ...page });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "agreement:keep");
  const { context, request, params } = args;
  const form = await readForm(request, actSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const act = form.value;
  const read = { reference: params["reference"] ?? "", version: act.version };
  const change =
    act.intent === "change"
      ? await changeAgreement(context, actor, read, toWanted(act))
      : await reviewAgreement(context, actor, read, {
          ...toWanted(act),
          reviewBy: act.reviewBy,
          agreedIds: act.agreed,
        });
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.tasking.agreement(read.reference, act.intent))
    : refusedForm(context, form, change.errors);
}

export default function ChangeAgreement() {
  const { frame, reference, version, isDraft, typed, bound, latest, choices } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = { reference, version, typed, choices, reply: refused?.reply };
  return (
    <StaffPage
      frame={frame}
      title={isDraft ? "Change a draft" : "Review an agreement"}
      errors={
        <>
          <Breadcrumbs
            items={[
              { to: paths.tasking.agreements(), words: "Agreements" },
              { to: paths.tasking.agreement(reference), words: reference },
            ]}
            here={isDraft ? "Change" : "Review"}
          />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <MarkingLine marking="official" />
      {isDraft ? <ChangeForm {...form} /> : <ReviewForm {...form} bound={bound} latest={latest} />}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
