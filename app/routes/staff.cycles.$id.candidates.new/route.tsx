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
import { listField, summarised } from "#app/components/govuk/list-field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { CandidateWordsFields, ConcernChoice } from "#app/components/staff/candidate-fields.tsx";
import { candidateWords, chosenConcerns } from "#app/components/staff/candidate-words-schema.ts";
import { CyclePage } from "#app/components/staff/cycle-page.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { readCyclePage } from "#app/cycle-page.server.ts";
import { problemOfChanging } from "#app/domain/candidate/card.ts";
import { categoryWords, concernCategories } from "#app/domain/concern/categories.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addCandidate } from "#app/services/candidate/add-candidate.server.ts";
import { listChoosable } from "#db/queries/candidate-concerns.ts";

const schema = z.object({
  concernIds: chosenConcerns,
  category: z.enum(concernCategories, { error: "Choose what it is about" }),
  ...candidateWords,
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Add a candidate", description: "Makes a candidate of concerns.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "candidate:write");
  const page = await readCyclePage(visit, "candidate:write", params["id"], async (tx, cycle) =>
    problemOfChanging(cycle.stage) === null ? { concerns: await listChoosable(tx, cycle) } : null,
  );
  return privatePage(page);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "candidate:write");
  // What is not there to be read takes no form either.
  await loader({ request, params, context });
  const cycleId = idParam(params["id"]);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const added = await addCandidate(context, actor, { cycleId, ...form.value });
  return added.ok
    ? redirect(paths.staff.candidate(cycleId, added.number, "add"))
    : refusedForm(context, form, added.errors);
}

interface Fields extends Record<string, unknown> {
  concernIds: string[];
  category: string;
  title: string;
  statement: string;
}

export default function NewCandidate() {
  const { frame, cycle, concerns } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { concernIds, category, title, statement }] = useForm<Fields>({
    id: "candidate",
    lastResult: refused?.reply,
  });
  const chosen = listField(concernIds);
  return (
    <CyclePage
      frame={frame}
      cycle={cycle}
      title="Add a candidate"
      fields={[summarised(chosen), category, title, statement]}
      messages={refused?.messages}
    >
      {concerns.length === 0 ? (
        <p>No published concern of this neighbourhood is free to be chosen in this cycle.</p>
      ) : (
        <form id={wholeFormId} method="post" action={paths.staff.newCandidate(cycle.id)} noValidate>
          <ConcernChoice
            field={chosen}
            legend="Which concerns is it about?"
            hint="Choose all that are the same problem. People who raised several are counted once."
            concerns={concerns}
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
          <CandidateWordsFields title={title} statement={statement} />
          <Button>Add the candidate</Button>
        </form>
      )}
    </CyclePage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
