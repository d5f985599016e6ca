import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { Advice } from "#app/components/thread/advice.tsx";
import { EntryList } from "#app/components/thread/entry-list.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireSignedIn } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readPromiseSettings } from "#app/services/thread/promise-settings.server.ts";
import { findOwnThread, listEntries } from "#db/queries/thread.ts";
import { doOwnAct, ownActSchema } from "./own-act.server.ts";
import { OwnActs } from "./own-acts.tsx";
import { PromiseLine } from "./promise-line.tsx";
import { readOwnThread } from "./read-own-thread.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your message to the team",
    description: "What was written, and what comes next.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, read } = await requireSignedIn({ request, context });
  const found = await read(async (tx) => {
    const thread = await findOwnThread(tx, signedIn.accountId, params["reference"] ?? "");
    if (thread === null) return null;
    const [entries, settings] = [await listEntries(tx, thread.id), await readPromiseSettings(tx)];
    return { thread, entries, settings };
  });
  if (found === null) throw notFound();
  const { thread, entries, settings } = found;
  const { finder, now } = context;
  return privatePage({
    ...readOwnThread(thread, entries, { now, settings }),
    neighbourhood:
      finder.neighbourhoods.find(({ id }) => id === thread.neighbourhoodId)?.name ?? "a former neighbourhood",
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, signedIn, read } = await requireSignedIn({ request, context });
  const thread = await read((tx) => findOwnThread(tx, signedIn.accountId, params["reference"] ?? ""));
  if (thread === null) throw notFound();
  const form = await readForm(request, ownActSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const change = await doOwnAct(context, actor, thread.id, form.value);
  if (change.ok) return redirect(paths.account.thread(thread.reference));
  const errors = errorsByField(change.errors);
  return badForm(context, form.refuse(errors), { messages: errors["form"] ?? [] });
}

export default function OwnThread() {
  const thread = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ words: string }>({ id: "own-act", lastResult: refused?.reply });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ExitThisPage />
      <ErrorSummary fields={[fields.words]} />
      <FormErrors messages={refused?.messages} />
      <Breadcrumbs
        items={[
          { to: paths.account.home(), words: "Your account" },
          { to: paths.account.threads(), words: "Your messages to teams" },
        ]}
        here={thread.reference}
      />
      <Advice route={thread.adviceRoute} />
      <h1 className="govuk-heading-xl">Your message to the team of {thread.neighbourhood}</h1>
      <div id={wholeFormId} tabIndex={-1}>
        <PromiseLine {...thread} />
      </div>
      <h2 className="govuk-heading-l">What was written</h2>
      <EntryList entries={thread.entries} reader="resident" />
      <OwnActs {...thread} field={fields.words} />
      <p className="sn-quiet">Say {thread.reference} when you telephone about this.</p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
