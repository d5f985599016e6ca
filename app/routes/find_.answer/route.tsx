import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recallPlace, rememberPlace } from "#app/remembered-place.server.ts";
import { AskFirst } from "./ask-first.tsx";
import { toQuestion } from "./question.ts";
import { OutsideForce } from "./outside-force.tsx";
import { PickOne } from "./pick-one.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.heading ?? "Find your team",
    description: "The answer for your postcode.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, context: { finder, publicUrl, force } }: LoaderFunctionArgs) {
  allowPublic();
  const place = await recallPlace(request, publicUrl);
  const question = place?.slug === null ? toQuestion(finder, place, force?.shortName ?? "our area") : null;
  if (question === null) return redirect(paths.find());
  return question.kind === "settled" ? redirect(paths.neighbourhood(question.slug)) : privatePage(question);
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { finder, publicUrl } = context;
  const place = await recallPlace(request, publicUrl);
  const form = await readForm(
    request,
    z.object({ slug: z.string({ error: "Choose the neighbourhood that is yours" }) }),
  );
  if (!form.ok) return badForm(context, form.reply, {});
  const { slug } = form.value;
  if (finder.bySlug(slug) === null) throw notFound();
  const question = place && toQuestion(finder, place, "");
  const others = question?.kind === "ask" ? question.options.map((option) => option.slug) : [];
  return redirect(paths.neighbourhood(slug), {
    headers: await rememberPlace(
      { postcode: place?.postcode ?? null, slug, nextTo: others.filter((other) => other !== slug) },
      publicUrl,
    ),
  });
}

export default function Answer() {
  const question = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ slug: string }>({ id: "choice", lastResult: refused?.reply });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      {question.kind === "ask" ? (
        <AskFirst question={question} field={fields.slug} />
      ) : question.kind === "pick" ? (
        <PickOne question={question} />
      ) : (
        <OutsideForce question={question} />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
