import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { everyStoppable, mailPurposes, stoppableOf } from "#app/domain/mail/mail.ts";
import { readForm } from "#app/forms.server.ts";
import { requireSignedIn } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { stopMail } from "#app/services/mail/stop-mail.server.ts";
import { allowMail } from "#app/services/resident/allow-mail.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { stopsOf } from "#db/queries/resident.ts";
import { Choice } from "./choice.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Emails you get",
    description: "Choose which emails this service sends you.",
    path: null,
  });

export const headers = pageHeaders;

const all = { code: everyStoppable, words: "All emails of these kinds" };
const kinds = Object.entries(mailPurposes)
  .filter(([, { isService }]) => !isService)
  .map(([code, { about }]) => ({ code, words: `Emails about ${about}` }));

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireSignedIn(args);
  const stops: string[] = await read(async (tx) => {
    const account = await findAccount(tx, signedIn.accountId);
    return account?.emailKey == null ? [] : stopsOf(tx, account.emailKey);
  });
  return privatePage({
    hasStoppedAll: stops.includes(everyStoppable),
    choices: [all, ...kinds].map((choice) => ({ ...choice, isStopped: stops.includes(choice.code) })),
  });
}

const schema = z.object({ what: z.string(), intent: z.enum(["stop", "allow"]) });

export async function action(args: ActionFunctionArgs) {
  const { actor, signedIn, read } = await requireSignedIn(args);
  const { db, now } = args.context;
  const form = await readForm(args.request, schema);
  const purpose = form.ok ? stoppableOf(form.value.what) : null;
  if (!form.ok || purpose === null) throw notFound();
  if (form.value.intent === "allow") await allowMail({ db, now }, actor, purpose);
  else {
    const account = await read((tx) => findAccount(tx, signedIn.accountId));
    if (account?.emailKey != null)
      await stopMail({ db, now }, actor, { emailKey: account.emailKey, purpose });
  }
  return redirect(paths.account.messages());
}

export default function Messages() {
  const { hasStoppedAll, choices } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.account.home(), words: "Your account" }]} here="Emails you get" />
      <h1 className="govuk-heading-xl">Emails you get</h1>
      <p>
        Stop what you do not want. Codes, and news that your account itself changed, still come: they are how
        you would notice that somebody else uses your address.
      </p>
      <ul className="sn-own-list">
        {choices
          .filter(({ code }) => !hasStoppedAll || code === everyStoppable)
          .map((choice) => (
            <Choice key={choice.code} choice={choice} />
          ))}
      </ul>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
