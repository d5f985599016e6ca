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
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { categoryWords, concernCategories } from "#app/domain/concern/categories.ts";
import { badForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import {
  neighbourhoodShape,
  neighbourhoodForm,
  readNeighbourhoodForm,
} from "#app/neighbourhood-form.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addUrgentPriority } from "#app/services/priority/add-urgent-priority.server.ts";
import { readSettings } from "#db/queries/setting.ts";

const mostTitle = 80;
const mostReason = 400;

const schema = z.object({
  ...neighbourhoodShape,
  category: z.enum(concernCategories, { error: "Choose what it is about" }),
  title: z
    .string({ error: "Enter a title" })
    .trim()
    .max(mostTitle, `Shorten the title to ${mostTitle} characters or fewer`),
  statement: z.string({ error: "Say what the problem is" }).trim(),
  reason: z
    .string({ error: "Say why it cannot wait: residents will read it" })
    .trim()
    .max(mostReason, `Shorten the reason to ${mostReason} characters or fewer`),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Add an urgent priority", description: "What cannot wait.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "priority:add-urgent");
  const { urgentLapseDays } = await visit.read(readSettings);
  return privatePage({ ...neighbourhoodForm(args.context, visit, "priority:add-urgent"), urgentLapseDays });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "priority:add-urgent");
  const { context } = args;
  const form = await readNeighbourhoodForm(args, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const added = await addUrgentPriority(context, actor, form.value);
  if (added.ok) return redirect(paths.staff.priority(added.reference, "added"));
  const { form: messages = [], ...errors } = errorsByField(added.errors);
  return badForm(context, form.refuse(errors), { messages });
}

export default function AddUrgentPriority() {
  const { frame, groups, urgentLapseDays } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Record<"slug" | "category" | "title" | "statement" | "reason", string>>({
    id: "urgent-priority",
    lastResult: refused?.reply,
  });
  const { slug, category, title, statement, reason } = fields;
  const whole = { ...plainField(wholeFormId), errors: refused?.messages };
  const categories = concernCategories.map((value) => ({ value, words: categoryWords[value].name }));
  return (
    <StaffPage
      frame={frame}
      title="Add an urgent priority"
      errors={<ErrorSummary fields={[whole, slug, category, title, statement, reason]} />}
    >
      <p>
        For what cannot wait for the next cycle. It takes one of the three places of the neighbourhood, and
        lapses after {urgentLapseDays} days unless the panel confirms it. Residents read all that you write
        here.
      </p>
      <form id={wholeFormId} method="post" action={paths.staff.newUrgentPriority()} noValidate tabIndex={-1}>
        <Select field={slug} label="Neighbourhood" nothing="Choose one" groups={groups} />
        <Select
          field={category}
          label="What it is about"
          nothing="Choose one"
          groups={[{ label: "", items: categories }]}
        />
        <TextInput field={title} label="Title" hint="A few words, like “Fires in bins near the school”" />
        <Textarea
          field={statement}
          label="The problem"
          hint="In a sentence or two. No names, number plates or house numbers"
          rows={3}
        />
        <Textarea field={reason} label="Why it cannot wait" rows={3} />
        <Button>Add the urgent priority</Button>
      </form>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
