import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { batchStateWords } from "#app/domain/ballot/batch.ts";
import { linesOfABatch } from "#app/domain/ballot/keyed-lines.ts";
import { ballotModeWords } from "#app/domain/ballot/modes.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { keyBatch } from "#app/services/ballot/key-batch.server.ts";
import { readBatch } from "#app/services/ballot/read-batch.server.ts";
import { BatchForm, type BatchFields } from "./batch-form.tsx";
import { batchDoneAddress, batchDoneWords } from "./batch-done.ts";

const schema = z.object({
  keying: z.enum(["first", "second"]),
  rows: z
    .array(
      z.object({
        reference: z.string().max(40).default(""),
        choices: z.string().max(60).default(""),
        isToBeTold: z.literal("yes").optional(),
      }),
    )
    .max(linesOfABatch),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Batch of ballots", description: "Ballots on paper and by phone.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "ballot:enter");
  const id = z.uuid().safeParse(params["id"]);
  const found = id.success ? await readBatch(context, visit.actor, id.data) : null;
  if (found === null) throw notFound();
  const { batch, cycle, keying, refusal, lines, differences, shortlist } = found;
  return privatePage({
    frame: staffFrameOf(visit),
    id: batch.id,
    cycleId: cycle.id,
    number: batch.number,
    mode: batch.mode,
    state: batch.state,
    keying,
    refusal,
    differences,
    shortlist,
    rows: Array.from({ length: linesOfABatch }, (_, at) => {
      const line = lines.find((one) => one.line === at + 1);
      return {
        reference: line?.reference ?? "",
        choices: line?.choices.join(" ") ?? "",
        isToBeTold: line?.isToBeTold === true ? "yes" : "",
      };
    }),
    done: batchDoneWords(new URL(request.url).searchParams, batch.state),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "ballot:enter");
  // What is not there to be read takes no form either.
  await loader({ request, params, context });
  const id = z.uuid().safeParse(params["id"]);
  if (!id.success) throw notFound();
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { keying, rows } = form.value;
  const keyed = await keyBatch(context, actor, {
    batchId: id.data,
    keying,
    rows: rows.map(({ isToBeTold, ...row }) => ({ ...row, isToBeTold: isToBeTold === "yes" })),
  });
  if (keyed === null) throw notFound();
  if (keyed.ok) return redirect(batchDoneAddress(id.data, keyed));
  return badForm(context, form.refuse(errorsByField(keyed.errors)), {
    messages: keyed.errors.flatMap(({ field, message }) => (field === "form" ? [message] : [])),
  });
}

export default function BatchPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<BatchFields>({
    id: "batch",
    lastResult: refused?.reply,
    defaultValue: { rows: page.rows },
  });
  const rows = fields.rows.getFieldList().map((row) => row.getFieldset());
  return (
    <StaffPage
      frame={page.frame}
      title={`Batch ${page.number}, ${ballotModeWords[page.mode]}`}
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={rows.map(({ reference }) => reference)} />
        </>
      }
    >
      <DoneMessage words={page.done} />
      <p id={wholeFormId} tabIndex={-1}>
        {batchStateWords[page.state]}.
      </p>
      {page.differences.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Where the two entries differ</h2>
          <p>
            Look at these papers again. If your entry is wrong, put it right below. If the other entry is
            wrong, ask whoever made it to open this page.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {page.differences.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {page.keying === null ? (
        <p>{page.refusal}.</p>
      ) : (
        <BatchForm id={page.id} keying={page.keying} rows={rows} shortlist={page.shortlist} />
      )}
      <p>
        <Link className="govuk-link" to={paths.staff.vote(page.cycleId)}>
          Back to the vote
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
