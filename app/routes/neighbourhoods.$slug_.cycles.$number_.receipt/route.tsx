import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { areReceiptsOver } from "#app/domain/ballot/receipt-time.ts";
import { readReceipt } from "#app/domain/ballot/receipt.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { checkReceipt } from "#app/services/ballot/check-receipt.server.ts";
import { receiptsUntil } from "#app/services/ballot/receipts-until.server.ts";
import { votingPlace } from "#app/voting-place.server.ts";
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
  const { name, slug, number, until, isOver } = await voteOf(params, context);
  return privatePage({ name, slug, number, isOver, until: until === null ? null : dayInWords(until) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const { cycleId, until, isOver } = await voteOf(params, context);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { answer: null });
  const refuse = (message: string) => badForm(context, form.refuse({ receipt: [message] }), { answer: null });
  if (until === null) return refuse("This vote is not counted yet. Come back after the count");
  if (isOver) return refuse("Receipts of this vote can no longer be checked");
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
  const cycle = await context.read((tx) => findCycleByNumber(tx, neighbourhood.id, wanted));
  if (cycle === null) throw notFound();
  const until = await receiptsUntil(context, cycle.id);
  return {
    cycleId: cycle.id,
    until,
    isOver: areReceiptsOver(until, context.now),
    number: wanted,
    name: neighbourhood.name,
    slug: neighbourhood.slug,
  };
}

export default function Receipt() {
  const { name, slug, number, until, isOver } = useLoaderData<typeof loader>();
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
              : "No vote with this receipt was counted. It may have been withdrawn or held back, the receipt may be of another vote, or there may be a mistake in what you typed."}
          </InsetText>
        </div>
      )}
      {until === null ? (
        <p>This vote is not counted yet. Keep your receipt, and come back after the count.</p>
      ) : isOver ? (
        <p>
          Receipts of this vote could be checked until {until}. Since then nothing is kept that joins a
          receipt to a vote, so that nobody can find out from yours how you voted. The votes still count, and
          anybody can{" "}
          <Link className="govuk-link" to={paths.cycle(slug, number)}>
            count them again
          </Link>
          .
        </p>
      ) : (
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
          <p>
            You can check it until the end of {until}. After that we delete it, so that nobody can find out
            from it how you voted.
          </p>
          <Button>Check</Button>
        </form>
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
