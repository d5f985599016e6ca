import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { scopeOf } from "#app/domain/actor.ts";
import { problemOfChanging } from "#app/domain/candidate/card.ts";
import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import { categoryWords, concernCategories } from "#app/domain/concern/categories.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addCandidate } from "#app/services/candidate/add-candidate.server.ts";
import { listChoosable } from "#db/queries/candidate-concerns.ts";
import { findCycle } from "#db/queries/cycle-list.ts";
import { placeOfCycle } from "#db/queries/cycle.ts";

const noTitle = "Enter a title of a few words";
const noStatement = "Say in one sentence what the problem is";
const schema = z.object({
  concernIds: z
    .array(z.uuid(), { error: "Choose at least one concern" })
    .min(1, "Choose at least one concern"),
  category: z.enum(concernCategories, { error: "Choose what it is about" }),
  title: z.string({ error: noTitle }).trim().min(3, noTitle).max(80, "Shorten the title to 80 characters"),
  statement: z
    .string({ error: noStatement })
    .trim()
    .min(10, noStatement)
    .max(400, "Shorten the sentence to 400 characters or fewer"),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Add a candidate", description: "Makes a candidate of concerns.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "candidate:write");
  const scope = scopeOf(visit.actor, "candidate:write");
  if (scope === null) throw notFound();
  const page = await visit.read(async (tx) => {
    const cycle = await findCycle(tx, scope, params["id"] ?? "");
    if (cycle === null || problemOfChanging(cycle.stage) !== null) return null;
    const { name } = await placeOfCycle(tx, cycle.neighbourhoodId);
    return { id: cycle.id, number: cycle.number, name, concerns: await listChoosable(tx, cycle) };
  });
  if (page === null) throw notFound();
  return privatePage({ frame: staffFrameOf(visit), ...page });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "candidate:write");
  // What is not there to be read takes no form either.
  await loader({ request, params, context });
  const cycleId = params["id"] ?? "";
  if (!z.uuid().safeParse(cycleId).success) throw notFound();
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const added = await addCandidate(context, actor, { cycleId, ...form.value });
  if (added.ok) return redirect(paths.staff.candidate(cycleId, added.number, "add"));
  const { form: messages = [], ...rest } = errorsByField(added.errors);
  return badForm(context, form.refuse(rest), { messages });
}

interface Fields extends Record<string, unknown> {
  concernIds: string[];
  category: string;
  title: string;
  statement: string;
}

export default function NewCandidate() {
  const { frame, id, number, name, concerns } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { concernIds, category, title, statement }] = useForm<Fields>({
    id: "candidate",
    lastResult: refused?.reply,
  });
  const chosen = {
    id: concernIds.id,
    // The name's own type is the list's: what is wanted here is its text.
    name: String(concernIds.name),
    errors: concernIds.errors,
    errorId: concernIds.errorId,
    descriptionId: concernIds.descriptionId,
  };
  const here = "Add a candidate";
  return (
    <StaffPage
      frame={frame}
      title={here}
      errors={
        <>
          <Breadcrumbs
            items={[
              { to: paths.staff.cycles(), words: "Cycles" },
              { to: paths.staff.cycle(id), words: `${name}, cycle ${number}` },
            ]}
            here={here}
          />
          <ErrorSummary fields={[{ ...chosen, initialValue: undefined }, category, title, statement]} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      {concerns.length === 0 ? (
        <p>No published concern of this neighbourhood is free to be chosen in this cycle.</p>
      ) : (
        <form id={wholeFormId} method="post" action={paths.staff.newCandidate(id)} noValidate>
          <Checkboxes
            field={{ ...chosen, initialValue: concernIds.initialValue }}
            legend="Which concerns is it about?"
            hint="Choose all that are the same problem. People who raised several are counted once."
            items={concerns.map((concern) => ({
              value: concern.id,
              label: concern.title ?? concern.reference,
              hint: `${concern.reference}, ${categoryWords[concern.category].name}. ${raisersInWords(concern.raisers)}.`,
            }))}
          />
          <Select
            field={category}
            label="What it is about"
            nothing="Choose what it is about"
            groups={[
              {
                label: "",
                items: concernCategories.map((value) => ({ value, words: categoryWords[value].name })),
              },
            ]}
          />
          <TextInput field={title} label="Title" hint="As it stands on the ballot" autoComplete="off" />
          <Textarea
            field={statement}
            label="The problem in one sentence"
            hint="In our own words. Residents read it: name no person and no house."
            rows={3}
          />
          <Button>Add the candidate</Button>
        </form>
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
