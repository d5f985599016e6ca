import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { correctEnteredResident } from "#app/services/resident/correct-entered-resident.server.ts";
import { eraseEnteredResident } from "#app/services/resident/erase-entered-resident.server.ts";
import { viewEnteredResident } from "#app/services/resident/view-entered-resident.server.ts";
import { findEnteredResident } from "#db/queries/resident.ts";
import { changeSchema } from "./change-schema.ts";
import { CorrectForm } from "./correct-form.tsx";
import { EraseForm } from "./erase-form.tsx";
import { WhatIsHeld } from "./what-is-held.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "A resident on paper",
    description: "What is held about a resident whom staff entered, to put right or erase.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "resident:assist");
  const { db, now, keys, finder } = args.context;
  const reference = readReference("resident", args.params["reference"] ?? "");
  const resident =
    reference === null ? null : await viewEnteredResident({ db, now, keys }, visit.actor, reference);
  if (resident === null) throw notFound();
  const { neighbourhoodId, connection, ageBand, enteredAt, held } = resident;
  return privatePage({
    frame: staffFrameOf(visit),
    resident: {
      reference: resident.reference,
      neighbourhood:
        finder.neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? "A former neighbourhood",
      connection,
      ageBand,
      enteredAt,
      held,
    },
    isSaved: new URL(args.request.url).searchParams.get("done") === "saved",
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, read } = await requireActor(args, "resident:assist");
  const { db, now, keys } = args.context;
  const scope = scopeOf(actor, "resident:assist");
  const reference = readReference("resident", args.params["reference"] ?? "");
  if (scope === null || reference === null) throw notFound();
  if ((await read((tx) => findEnteredResident(tx, scope, reference))) === null) throw notFound();
  const form = await readForm(args.request, changeSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const change = form.value;
  const isDone =
    change.intent === "correct"
      ? await correctEnteredResident({ db, now }, actor, { reference, ...change })
      : await eraseEnteredResident({ db, now, keys }, actor, { reference, reason: change.reason });
  if (!isDone) throw notFound();
  return redirect(
    change.intent === "correct" ? paths.staff.resident(reference, "saved") : paths.staff.residentErased(),
  );
}

export default function EnteredResident() {
  const { frame, resident, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  // Two forms: what one of them refuses leaves the other as it was.
  const isErasing = reply?.initialValue?.["intent"] === "erase";
  const [, { connection, ageBand }] = useForm<Record<"connection" | "ageBand", string>>({
    id: "correct-resident",
    lastResult: isErasing ? null : reply,
    defaultValue: { connection: resident.connection, ageBand: resident.ageBand },
  });
  const [, { reason }] = useForm<{ reason: string }>({
    id: "erase-resident",
    lastResult: isErasing ? reply : null,
  });
  return (
    <StaffPage
      frame={frame}
      title={`Resident ${resident.reference}`}
      errors={
        <>
          <Breadcrumbs
            items={[{ to: paths.staff.residents(), words: "Residents on paper and by telephone" }]}
            here={resident.reference}
          />
          <ErrorSummary fields={[connection, ageBand, reason]} />
        </>
      }
    >
      <DoneMessage words={isSaved ? "It is saved." : null} />
      <p>Print this page for the resident when they ask what we hold. Each look at it is recorded.</p>
      <WhatIsHeld resident={resident} />
      <CorrectForm reference={resident.reference} fields={{ connection, ageBand }} />
      <EraseForm reference={resident.reference} field={reason} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
