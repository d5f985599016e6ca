import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { quarantineReasons } from "#app/domain/ballot/quarantine.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { quarantineBurst } from "#app/services/ballot/quarantine-burst.server.ts";
import { readBursts } from "#app/services/ballot/read-bursts.server.ts";
import { BurstForm } from "./burst-form.tsx";

const burst = { minute: z.iso.datetime(), part: z.string().max(100).optional() };
const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("quarantine"),
    ...burst,
    reason: z.enum(quarantineReasons, { error: "Choose why these ballots are put aside" }),
  }),
  z.object({ intent: z.literal("release"), ...burst }),
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Bursts of ballots", description: "Ballots to be put aside.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "ballot:quarantine");
  const id = z.uuid().safeParse(params["id"]);
  const found = id.success ? await readBursts(context, visit.actor, id.data) : null;
  if (found === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done");
  return privatePage({
    frame: staffFrameOf(visit),
    cycleId: found.cycle.id,
    name:
      context.finder.neighbourhoods.find((one) => one.id === found.cycle.neighbourhoodId)?.name ??
      "A former neighbourhood",
    isCertified: found.isCertified,
    bursts: found.bursts.map(({ minute, ...rest }) => ({ ...rest, minute: minute.toISOString() })),
    done:
      done === "quarantine"
        ? "The ballots are put aside. They are not deleted."
        : done === "release"
          ? "The ballots count again."
          : null,
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "ballot:quarantine");
  const id = z.uuid().safeParse(params["id"]);
  if (!id.success) throw notFound();
  const form = await readForm(request, schema);
  if (!form.ok)
    return badForm(context, form.reply, {
      messages: Object.values(form.reply.error ?? {}).flatMap((all) => all ?? []),
    });
  const { minute, part, intent } = form.value;
  const changed = await quarantineBurst(context, actor, {
    cycleId: id.data,
    minute: new Date(minute),
    part: part ?? null,
    reason: form.value.intent === "quarantine" ? form.value.reason : null,
  });
  if (changed === null) throw notFound();
  if (changed.ok) return redirect(`${paths.staff.quarantine(id.data)}?done=${intent}`);
  return badForm(context, form.refuse({}), { messages: changed.errors.map(({ message }) => message) });
}

export default function Quarantine() {
  const { frame, cycleId, name, isCertified, bursts, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <StaffPage
      frame={frame}
      title={`Bursts of ballots in ${name}`}
      errors={
        <>
          <Breadcrumbs
            items={[{ to: paths.staff.vote(cycleId), words: `Vote in ${name}` }]}
            here="Bursts of ballots"
          />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        <p>
          Minutes in which several ballots were cast, by the part of the area that voters named. Nothing here
          says who voted or for what. Ballots that are put aside are kept, and the panel sees the votes with
          and without them.
        </p>
        {bursts.length === 0 ? (
          <p>
            {isCertified
              ? "This vote is counted."
              : "No minute had so many ballots that they would stand out."}
          </p>
        ) : (
          <DataTable
            caption="Bursts"
            isCaptionHidden
            columns={["Minute", "Part of the area", "Ballots", "Put aside", "Change"]}
            rows={bursts.map((one) => ({
              key: `${one.minute} ${one.part ?? ""}`,
              cells: [
                momentInWords(new Date(one.minute)),
                one.part ?? "Not said",
                one.ballots,
                one.quarantined === 0 ? "No" : one.quarantined,
                <BurstForm key="form" cycleId={cycleId} burst={one} />,
              ],
            }))}
          />
        )}
      </div>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
