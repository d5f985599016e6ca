import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { longestMessage } from "#app/domain/thread/stored-thread.ts";
import { badForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import {
  neighbourhoodShape,
  neighbourhoodForm,
  readNeighbourhoodForm,
} from "#app/neighbourhood-form.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { enterMessage } from "#app/services/thread/enter-message.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Write down a message",
    description: "For somebody who telephoned, wrote or came by.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "thread:answer");
  return privatePage(neighbourhoodForm(args.context, visit, "thread:answer"));
}

const schema = z.object({
  ...neighbourhoodShape,
  resident: z.string().trim().optional(),
  words: z
    .string({ error: "Enter what they said" })
    .trim()
    .max(longestMessage, `This must be ${longestMessage.toLocaleString("en-GB")} characters or fewer`),
});

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "thread:answer");
  const form = await readNeighbourhoodForm(args, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { neighbourhoodId, resident, words } = form.value;
  const entered = await enterMessage(args.context, actor, {
    neighbourhoodId,
    words,
    residentReference: resident ?? null,
  });
  return entered.ok
    ? redirect(paths.staff.thread(entered.id, "entered"))
    : badForm(args.context, form.refuse(errorsByField(entered.errors)), {});
}

export default function NewThread() {
  const { frame, groups } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Record<"slug" | "resident" | "words", string>>({
    id: "new-thread",
    lastResult: refused?.reply,
  });
  return (
    <StaffPage
      frame={frame}
      title="Write down a message"
      errors={<ErrorSummary fields={[fields.slug, fields.resident, fields.words]} />}
    >
      <p>
        For somebody who telephoned, wrote or came by. The 72 hours begin now, and nobody is told by email.
      </p>
      <form method="post" action={paths.staff.newThread()} noValidate>
        <Select field={fields.slug} label="Neighbourhood" nothing="Choose one" groups={groups} />
        <TextInput
          field={fields.resident}
          label="Their reference, if they have one"
          hint="Like R-7K3F, from their paper"
          width={10}
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Textarea
          field={fields.words}
          label="What did they say?"
          hint="Leave out names, addresses and telephone numbers."
          rows={6}
        />
        <Button>Write it down</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.staff.threads()}>
          Back to the messages
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
