import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { readReceipt } from "#app/domain/ballot/receipt.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { checkReceipt } from "#app/services/ballot/check-receipt.server.ts";
import { votingPlace } from "#app/voting-place.server.ts";
import { isCertified } from "#db/queries/tally.ts";
import { findCycleByNumber } from "#db/queries/vote.ts";

const schema = z.object({ receipt: z.string({ error: "Enter your receipt" }) });

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Check that your vote was counted",
    description: "Enter the receipt of your vote to see whether it was counted.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { name, slug, number, counted } = await voteOf(params, context);
  return privatePage({ name, slug, number, isCounted: counted });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const { cycleId, counted } = await voteOf(params, context);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { answer: null });
  const refuse = (message: string) => badForm(context, form.refuse({ receipt: [message] }), { answer: null });
  if (!counted) return refuse("This vote is not counted yet. Come back after the count");
  const receipt = readReceipt(form.value.receipt);
  if (receipt === null) return refuse("Enter a receipt like 7K3F-Q2MX");
  const isThere = await checkReceipt(context, cycleId, receipt);
  return privatePage({ reply: null, answer: isThere });
}

async function voteOf(
  { slug, number }: LoaderFunctionArgs["params"],
  context: LoaderFunctionArgs["context"],
) {
  const neighbourhood = await votingPlace(context, slug);
  const wanted = /^[1-9]\d{0,4}$/.test(number ?? "") ? Number(number) : null;
  if (wanted === null) throw notFound();
  const found = await context.read(async (tx) => {
    const cycle = await findCycleByNumber(tx, neighbourhood.id, wanted);
    return cycle === null ? null : { cycleId: cycle.id, counted: await isCertified(tx, cycle.id) };
  });
  if (found === null) throw notFound();
  return { ...found, number: wanted, name: neighbourhood.name, slug: neighbourhood.slug };
}

export default function Receipt() {
  const { name, slug, number, isCounted } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const answer = answered?.answer ?? null;
  const [, { receipt }] = useForm<{ receipt: string }>({
    id: "receipt",
    lastResult: answered?.reply ?? null,
  });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={[
          { to: paths.neighbourhood(slug), words: name },
          { to: paths.vote(slug), words: "Vote" },
        ]}
        here="Check your receipt"
      />
      <ErrorSummary fields={[receipt]} />
      <h1 className="govuk-heading-xl">Check that your vote was counted</h1>
      {answer === null ? null : (
        <div role="status">
          <InsetText>
            {answer
              ? "Your vote was counted."
              : "No vote with this receipt was counted. It may have been withdrawn or held back, the receipt may be of another vote, or there is a slip in it."}
          </InsetText>
        </div>
      )}
      {isCounted ? (
        <form method="post" action={paths.receipt(slug, number)} noValidate>
          <TextInput
            field={receipt}
            label="Your receipt"
            hint="For example 7K3F-Q2MX. It tells us nothing of what you chose."
            width={10}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button>Check</Button>
        </form>
      ) : (
        <p>This vote is not counted yet. Keep your receipt, and come back after the count.</p>
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
