import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { OtherWays } from "#app/components/other-ways.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { rememberPlace } from "#app/remembered-place.server.ts";
import { OutsidePosition } from "./outside-position.tsx";

const positionSchema = z.object({
  lng: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Find your team by where you are",
    description: "Use your location to find the police team for your neighbourhood.",
    path: paths.locate(),
  });

export const headers = pageHeaders;

export function loader({ context: { force } }: LoaderFunctionArgs) {
  allowPublic();
  return privatePage({ forceName: force?.name ?? null });
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { finder, publicUrl } = context;
  const form = await readForm(request, positionSchema);
  if (!form.ok) return badForm(context, form.reply, { outside: null });
  const answer = finder.locate(form.value.lng, form.value.lat);
  if (answer.kind !== "found") {
    return privatePage({ outside: { nearest: answer.kind === "outside-force" ? answer.nearest : null } });
  }
  const { slug } = answer.neighbourhood;
  const nextTo = answer.alternatives.map((alternative) => alternative.slug);
  return answer.askFirst
    ? redirect(paths.findAnswer(), {
        headers: await rememberPlace({ postcode: null, slug: null, nextTo: [slug, ...nextTo] }, publicUrl),
      })
    : redirect(paths.neighbourhood(slug), {
        headers: await rememberPlace({ postcode: null, slug, nextTo }, publicUrl),
      });
}

export default function Locate() {
  const answered = useActionData<typeof action>();
  if (answered?.outside) return <OutsidePosition nearest={answered.outside.nearest} />;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Find your team by where you are</h1>
      {answered ? <p>Your browser did not send a position we can use.</p> : null}
      <p>
        Your location is used once, to find the neighbourhood you are in, and is not kept. If your browser
        cannot share it,{" "}
        <Link className="govuk-link" to={paths.placeSearch()}>
          search for a place
        </Link>{" "}
        or{" "}
        <Link className="govuk-link" to={paths.home()}>
          enter a postcode
        </Link>
        .
      </p>
      <OtherWays />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
