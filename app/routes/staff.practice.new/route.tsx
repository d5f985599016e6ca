import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { practiceFieldErrors, PracticeFieldset } from "#app/components/practice/practice-fields.tsx";
import {
  practiceSchema,
  toTyped,
  toWanted,
  type PracticeFormFields,
} from "#app/components/practice/practice-schema.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { writePractice } from "#app/services/practice/write-practice.server.ts";
import { readDraft } from "./read-draft.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Write a practice entry",
    description: "What worked, and what did not.",
    path: null,
  });

export const headers = pageHeaders;

const fromOf = (request: Request) => new URL(request.url).searchParams.get("from");

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "practice:write");
  const reference = fromOf(args.request);
  const draft = reference === null ? null : await visit.read((tx) => readDraft(tx, visit.actor, reference));
  if (reference !== null && draft === null) throw notFound();
  return privatePage({
    frame: staffFrameOf(visit),
    reference,
    typed: draft === null ? null : toTyped(draft),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "practice:write");
  // What is not there to be read takes no form either.
  await loader(args);
  const form = await readForm(args.request, practiceSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const written = await writePractice(args.context, actor, fromOf(args.request), toWanted(form.value));
  if (written === null) throw notFound();
  return written.ok
    ? redirect(paths.staff.practiceItem(written.slug, "written"))
    : refusedForm(args.context, form, written.errors);
}

export default function NewPractice() {
  const { frame, reference, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<PracticeFormFields>({
    id: "practice",
    lastResult: refused?.reply,
    defaultValue: typed ?? {},
  });
  return (
    <StaffPage
      frame={frame}
      title="Write a practice entry"
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={practiceFieldErrors(fields)} />
        </>
      }
    >
      <p>
        {reference === null
          ? "Write about something that another team did. Use your own words."
          : `These are the public words of the plan for ${reference}. Make them useful to a team that does not know the place.`}{" "}
        Residents read it once it is published. Do not name anybody or say where somebody lives.
      </p>
      <form
        id={wholeFormId}
        method="post"
        action={paths.staff.newPractice(reference ?? undefined)}
        noValidate
      >
        <PracticeFieldset fields={fields} />
        <Button>Save as a draft</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.staff.practice()}>
          Back to practice
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
