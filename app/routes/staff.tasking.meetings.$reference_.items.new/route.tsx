import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { ItemFields } from "#app/components/tasking/item-fields.tsx";
import { ItemPage } from "#app/components/tasking/item-page.tsx";
import { newItemSchema, type ItemFormFields } from "#app/components/tasking/item-schema.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { agendaSectionWords } from "#app/domain/tasking/agenda.ts";
import { sectionsToAdd } from "#app/domain/tasking/item.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { addItem } from "#app/services/tasking/write-item.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Add to the agenda", description: "Something to talk about.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const held = await readTaskingMeeting({ db, now }, visit.actor, reference, "item", (_, one) =>
    Promise.resolve(one),
  );
  if (held === null) throw notFound();
  const { meeting, group } = held;
  const sections = sectionsToAdd(visit.actor, group);
  if (sections.length === 0) throw forbidden();
  if (meeting.state !== "called" && meeting.state !== "open") throw notFound();
  return privatePage({
    frame: taskingFrameOf(visit),
    reference,
    sections,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireTasking(args);
  // What is not theirs to see takes no form either.
  await loader(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const form = await readForm(args.request, newItemSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const { brief = "", feedbackLine = "", ...rest } = form.value;
  const added = await addItem({ db, now }, actor, reference, { ...rest, brief, feedbackLine });
  if (added === null) throw notFound();
  return added.ok
    ? redirect(paths.tasking.meeting(reference, "item"))
    : refusedForm(args.context, form, added.errors);
}

export default function NewItem() {
  const { frame, reference, sections } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<ItemFormFields>({
    id: "item",
    lastResult: refused?.reply,
    defaultValue: { section: "analysis", marking: "official-sensitive" },
  });
  const { section, title, brief, feedbackLine, marking } = fields;
  return (
    <ItemPage
      frame={frame}
      reference={reference}
      title="Add to the agenda"
      fields={[section, title, brief, feedbackLine, marking]}
      messages={refused?.messages}
    >
      <form id={wholeFormId} tabIndex={-1} method="post" action={paths.tasking.newItem(reference)} noValidate>
        <Radios
          field={section}
          legend="Which part of the agenda?"
          items={sections.map((value) => ({ value, label: agendaSectionWords[value] }))}
        />
        <ItemFields fields={fields} />
        <Button>Add it</Button>
      </form>
    </ItemPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
