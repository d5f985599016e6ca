import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { ItemFields } from "#app/components/tasking/item-fields.tsx";
import { ItemPage } from "#app/components/tasking/item-page.tsx";
import { itemSchema, type ItemFormFields } from "#app/components/tasking/item-schema.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { agendaSectionWords } from "#app/domain/tasking/agenda.ts";
import { mayChangeSection } from "#app/domain/tasking/item.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { changeItem, removeItem } from "#app/services/tasking/write-item.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";
import { findItem } from "#db/queries/tasking-item.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "An item of the agenda", description: "What is known of it.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const found = await readTaskingMeeting({ db, now }, visit.actor, reference, "item", async (tx, held) => ({
    ...held,
    item: await findItem(tx, held.meeting.id, args.params["id"] ?? ""),
  }));
  if (found?.item == null) throw notFound();
  const { meeting, group, item } = found;
  if (!mayChangeSection(visit.actor, group, item.section)) throw forbidden();
  if (meeting.state !== "called" && meeting.state !== "open") throw notFound();
  const { id, section, title, brief, feedbackLine, marking, isStanding, version } = item;
  return privatePage({
    frame: taskingFrameOf(visit),
    reference,
    item: { id, section, title, brief, feedbackLine, marking, isStanding, version },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireTasking(args);
  // What is not theirs to see takes no form either.
  await loader(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const id = args.params["id"] ?? "";
  const form = await readForm(args.request, itemSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const asked = form.value;
  const change =
    asked.intent === "remove"
      ? await removeItem({ db, now }, actor, reference, id)
      : await changeItem({ db, now }, actor, reference, {
          id,
          version: asked.version,
          title: asked.title,
          brief: asked.brief ?? "",
          feedbackLine: asked.feedbackLine ?? "",
          marking: asked.marking,
        });
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.tasking.meeting(reference, "item"))
    : refusedForm(args.context, form, change.errors);
}

export default function ChangeItem() {
  const { frame, reference, item } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<ItemFormFields>({
    id: "item",
    lastResult: refused?.reply,
    defaultValue: {
      title: item.title,
      brief: item.brief,
      feedbackLine: item.feedbackLine ?? "",
      marking: item.marking,
    },
  });
  const { title, brief, feedbackLine, marking } = fields;
  return (
    <ItemPage
      frame={frame}
      reference={reference}
      title={item.title}
      fields={[title, brief, feedbackLine, marking]}
      messages={refused?.messages}
    >
      <p id={wholeFormId} tabIndex={-1}>
        {agendaSectionWords[item.section]}.
        {item.isStanding ? " The agenda wrote this item: once you change it, it keeps your words." : ""}
      </p>
      <form method="post" action={paths.tasking.item(reference, item.id)} noValidate>
        <input type="hidden" name="version" value={item.version} />
        <ItemFields fields={fields} />
        <Button name="intent" value="change">
          Change it
        </Button>
      </form>
      {item.isStanding ? null : (
        <form method="post" action={paths.tasking.item(reference, item.id)} noValidate>
          <Button name="intent" value="remove" look="secondary">
            Take it off the agenda
          </Button>
        </form>
      )}
    </ItemPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
