import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { peopleInWords } from "#app/components/concern/people-in-words.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { supportConcern } from "#app/services/concern/support-concern.server.ts";
import { findStanding } from "#db/queries/public-concern.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Add yourself to a concern",
    description: "Say that a concern affects you too.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireActor(args, "concern:read-own");
  const reference = args.params["reference"] ?? "";
  const standing = await read((tx) => findStanding(tx, signedIn.accountId, reference));
  if (standing === null) throw notFound();
  const { title, raisers, isRaiser, isSupporter, isOpen } = standing;
  return privatePage({ reference, title: title ?? "", raisers, isRaiser, isSupporter, isOpen });
}

const schema = z.object({ support: z.enum(["add", "remove"]) });

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "concern:read-own");
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const form = await readForm(args.request, schema);
  const isDone = form.ok && (await supportConcern({ db, now }, actor, { reference, ...form.value }));
  if (!isDone) throw notFound();
  return redirect(paths.supportConcern(reference));
}

export default function AddYourself() {
  const { reference, title, raisers, isRaiser, isSupporter, isOpen } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-xl">
        {isRaiser || isSupporter ? "You are one of those who raised this" : "Does this affect you too?"}
      </h1>
      <p>
        {peopleInWords(raisers)} raised this. Only the number is shown to others, never who it is. We email
        you at each step.
      </p>
      {isRaiser ? null : isOpen ? (
        <form method="post" action={paths.supportConcern(reference)}>
          <input type="hidden" name="support" value={isSupporter ? "remove" : "add"} />
          <Button look={isSupporter ? "secondary" : "primary"}>
            {isSupporter ? "Take myself off" : "Add myself"}
          </Button>
        </form>
      ) : (
        <p>This concern is closed, so nobody can be added to it any more.</p>
      )}
      <p>
        <Link className="govuk-link" to={paths.concern(reference)}>
          Back to the concern
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
