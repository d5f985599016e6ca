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
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { TrapField } from "#app/components/trap-field.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { pageProblems, pageProblemWords, reportableWords } from "#app/domain/page-report/page-report.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic, notFound, takenDown } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { appeal } from "#app/services/page-report/appeal.server.ts";
import { findItem } from "#app/services/page-report/find-item.server.ts";
import { pagePath } from "#app/services/page-report/page-path.ts";
import { reportPage } from "#app/services/page-report/report-page.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";
import { listOwnReports } from "#db/queries/page-report.ts";
import { OwnReports } from "./own-reports.tsx";
import { schema } from "./schema.ts";
import { Sent } from "./sent.tsx";

const mostOwn = 20;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Report a problem with a page",
    description: "Tell the team that something public is wrong, or harms somebody.",
    path: null,
  });

export const headers = pageHeaders;

const itemOf = async ({ params, context: { db } }: Pick<LoaderFunctionArgs, "params" | "context">) => {
  const item = await findItem({ db }, params["kind"] ?? "", params["reference"] ?? "");
  if (item === null) throw notFound();
  return item;
};

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const item = await itemOf(args);
  const { who, read } = args.context;
  const { signedIn } = await who();
  const own =
    signedIn === null ? [] : await read((tx) => listOwnReports(tx, signedIn.accountId, item, mostOwn));
  const isTakenDown = item.takenDownAt !== null;
  // Whoever reported it hears what became of it; nobody else learns that it was here.
  if (isTakenDown && own.length === 0) throw takenDown();
  const { kind, reference } = item;
  return privatePage({
    kind,
    reference,
    title: isTakenDown ? null : item.title,
    page: pagePath(item),
    isSignedIn: signedIn !== null,
    own,
    sent: readReference("report", new URL(args.request.url).searchParams.get("sent") ?? ""),
  });
}

export async function action(args: ActionFunctionArgs) {
  allowPublic();
  const item = await itemOf(args);
  const { db, now, clientKey, who } = args.context;
  const { actor } = await who();
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const wanted = form.value;
  const here = paths.reportPage(item.kind, item.reference);
  if (wanted.intent === "appeal") {
    await appeal({ db, now }, actor, wanted.report);
    return redirect(here);
  }
  // A program is thanked like anybody, and learns nothing.
  if (wanted.website !== undefined) return redirect(paths.pageReported(item.kind, item.reference, "W-22222"));
  const reported = await reportPage({ db, now, clientKey }, actor, { ...wanted, item });
  if (reported.ok) return redirect(paths.pageReported(item.kind, item.reference, reported.reference));
  if (reported.retryAfterSeconds === null)
    return badForm(args.context, form.refuse(errorsByField(reported.errors)), {});
  const message = `You have reported many pages. ${tryAgainIn(reported.retryAfterSeconds)}`;
  return tooMany(args.context, form.refuse({ problem: [message] }), {}, reported.retryAfterSeconds);
}

export default function ReportPage() {
  const { kind, reference, title, page, isSignedIn, own, sent } = useLoaderData<typeof loader>();
  const [, { problem, words }] = useForm<Record<"problem" | "words", string>>({
    id: "report",
    lastResult: useActionData<typeof action>()?.reply,
  });
  const here = paths.reportPage(kind, reference);
  if (sent !== null) return <Sent report={sent} page={page} isSignedIn={isSignedIn} />;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[problem, words]} />
      <h1 className="govuk-heading-xl">Report a problem with this page</h1>
      <OwnReports reports={own} action={here} />
      {title === null ? (
        <p>This {reportableWords[kind]} was taken down.</p>
      ) : (
        <>
          <p>
            About the {reportableWords[kind]}{" "}
            <Link className="govuk-link" to={page}>
              {title}
            </Link>
            .
          </p>
          <p>
            <strong>If somebody is in danger call 999.</strong> This form is only about what the page says. We
            decide within two days.
          </p>
          {isSignedIn ? (
            <p>We send you an email with what we decided.</p>
          ) : (
            <InsetText>
              You need no account. If you want to hear what we decide,{" "}
              <Link className="govuk-link" to={paths.signIn(here)}>
                sign in first
              </Link>
              .
            </InsetText>
          )}
          <form method="post" action={here} noValidate>
            <input type="hidden" name="intent" value="report" />
            <Radios
              field={problem}
              legend="What is wrong?"
              items={pageProblems.map((value) => ({ value, label: pageProblemWords[value] }))}
            />
            <Textarea
              field={words}
              label="Tell us more"
              hint="Which words, and what is wrong with them. Only staff read this."
            />
            <TrapField />
            <Button>Send</Button>
          </form>
        </>
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
