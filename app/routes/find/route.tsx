import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FinderForm } from "#app/components/finder-form.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { OtherWays } from "#app/components/other-ways.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recallPlace, rememberPlace } from "#app/remembered-place.server.ts";
import { DidYouMean } from "./did-you-mean.tsx";

const notAPostcode = "Enter a full UK postcode, like DE4 3AG";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Find your team",
    description: "Enter your postcode to find the police team for your neighbourhood.",
    path: paths.find(),
  });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const place = await recallPlace(request, context.publicUrl);
  return privatePage({ postcode: place?.postcode ?? "" });
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { finder, publicUrl } = context;
  const form = await readForm(request, z.object({ postcode: z.string({ error: notAPostcode }) }));
  if (!form.ok) return badForm(context, form.reply, { suggestion: null });

  const answer = finder.answerPostcode(form.value.postcode);
  if (answer.kind === "not-a-postcode") {
    return badForm(context, form.refuse({ postcode: [notAPostcode] }), { suggestion: answer.suggestion });
  }
  const { postcode } = answer;
  if (answer.kind === "found") {
    const before = await recallPlace(request, publicUrl);
    const offered = [answer.neighbourhood, ...answer.alternatives].map(({ slug }) => slug);
    // Asked once, answered for this visit, as long as the choice is still one.
    if (before?.postcode === postcode && before.slug !== null && offered.includes(before.slug)) {
      return redirect(paths.neighbourhood(before.slug));
    }
    if (!answer.askFirst) {
      const { slug } = answer.neighbourhood;
      const nextTo = answer.alternatives.map((alternative) => alternative.slug);
      return redirect(paths.neighbourhood(slug), {
        headers: await rememberPlace({ postcode, slug, nextTo }, publicUrl),
      });
    }
  }
  return redirect(paths.findAnswer(), {
    headers: await rememberPlace({ postcode, slug: null, nextTo: [] }, publicUrl),
  });
}

export default function Find() {
  const { postcode } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ postcode: string }>({
    id: "finder",
    lastResult: refused?.reply,
    defaultValue: { postcode },
  });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.postcode]} />
      <h1 className="govuk-heading-xl">Find your team</h1>
      {refused?.suggestion == null ? null : <DidYouMean postcode={refused.suggestion} />}
      <FinderForm field={fields.postcode} />
      <OtherWays />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
