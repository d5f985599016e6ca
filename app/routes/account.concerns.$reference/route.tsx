import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Advice } from "#app/components/concern/advice.tsx";
import { History } from "#app/components/concern/history.tsx";
import { stateOfOwn } from "#app/components/concern/state-of-own.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { judgeWords, type WrittenWords } from "#app/domain/concern/judge-words.ts";
import { stepsFrom } from "#app/domain/concern/transitions.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { appealByRaiser } from "#app/services/concern/appeal-by-raiser.server.ts";
import { rewordConcern } from "#app/services/concern/reword-concern.server.ts";
import { withdrawConcern } from "#app/services/concern/withdraw-concern.server.ts";
import { findOwnConcern, findOwnConcernId, listConcernEvents } from "#db/queries/own-concern.ts";
import { Appeal } from "./appeal.tsx";
import { ownSchema } from "./own-schema.ts";
import { Reword } from "./reword.tsx";
import { WhatYouSaid } from "./what-you-said.tsx";
import { Withdraw } from "./withdraw.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your concern",
    description: "What you raised, every step of it and the reasons.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireActor(args, "concern:read-own");
  const reference = args.params["reference"] ?? "";
  const found = await read(async (tx) => {
    const concern = await findOwnConcern(tx, signedIn.accountId, reference);
    return concern === null ? null : { concern, steps: await listConcernEvents(tx, concern.id) };
  });
  if (found === null) throw notFound();
  const { neighbourhoodId, publishedAt, takenDownAt, isUrgent, words, ...concern } = found.concern;
  const neighbourhood = args.context.finder.neighbourhoods.find(({ id }) => id === neighbourhoodId);
  return privatePage({
    ...concern,
    words,
    // What we saw in their words stays at hand for them, as on the day they wrote it.
    route: isUrgent && words !== null ? judgeWords({ ...concern, words }, args.context.now).route : null,
    neighbourhood: neighbourhood?.name ?? "A former neighbourhood",
    isPublished: publishedAt !== null && takenDownAt === null,
    asked: found.steps.findLast(({ to }) => to === "returned-for-rewording")?.line ?? null,
    steps: found.steps.map(({ at, line }) => ({ at, line })),
    may: stepsFrom(concern.state, ["raiser"]),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, signedIn, read } = await requireActor(args, "concern:read-own");
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  if ((await read((tx) => findOwnConcernId(tx, signedIn.accountId, reference))) === null) throw notFound();
  const form = await readForm(args.request, ownSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { value } = form;
  const own = { reference, version: value.version };
  const changed =
    value.intent === "withdraw"
      ? await withdrawConcern({ db, now }, actor, own)
      : value.intent === "appeal"
        ? await appealByRaiser({ db, now }, actor, own, value.appealWords)
        : await rewordConcern({ db, now }, actor, own, wordsOf(value));
  if (!changed.ok) return badForm(args.context, form.refuse(errorsByField(changed.errors)), {});
  return redirect(paths.account.concern(reference));
}

const wordsOf = ({ words, placeWords, whenWords, effectWords }: WrittenWords): WrittenWords => ({
  words,
  placeWords,
  whenWords,
  effectWords,
});

type Names = "form" | "words" | "placeWords" | "whenWords" | "effectWords" | "appealWords";

export default function OwnConcern() {
  const concern = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { form, words, placeWords, whenWords, effectWords, appealWords }] = useForm<Record<Names, string>>(
    {
      id: "own-concern",
      lastResult: refused?.reply,
      defaultValue: wordsOf({ ...concern, words: concern.words ?? "" }),
    },
  );
  const { reference, category, state, neighbourhood, steps, may, version } = concern;
  const shown = stateOfOwn(state);
  const fields = { words, placeWords, whenWords, effectWords };
  return (
    <div className="govuk-width-container sn-page">
      <ExitThisPage />
      <Breadcrumbs items={[{ to: paths.account.concerns(), words: "Your concerns" }]} here={reference} />
      <div className="sn-page--text">
        {concern.route === null ? null : <Advice route={concern.route} />}
        <ErrorSummary fields={[form, ...Object.values(fields), appealWords]} />
        <span className="govuk-caption-l">
          {reference}, {neighbourhood}
        </span>
        <h1 className="govuk-heading-xl sn-page__title" id={form.id}>
          {categoryWords[category].name}
        </h1>
        <p>
          <Tag tone={shown.tone}>{shown.words}</Tag>
        </p>
        {may.includes("reword") ? (
          <Reword fields={fields} reference={reference} version={version} asked={concern.asked} />
        ) : null}
        <h2 className="govuk-heading-m">What has happened</h2>
        <History steps={steps} />
        {may.includes("appeal") ? (
          <Appeal field={appealWords} reference={reference} version={version} />
        ) : null}
        <WhatYouSaid {...concern} />
        {may.includes("withdraw") ? <Withdraw reference={reference} version={version} /> : null}
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
