import { useForm, type FieldMetadata } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forgetChosen, keepChosen } from "#app/chosen-cookie.server.ts";
import { VoteResult } from "#app/components/ballot/vote-result.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { GoneLine } from "#app/components/neighbourhood/gone-line.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { errorsByField, type FieldError } from "#app/domain/account/change.ts";
import { areReceiptsOver } from "#app/domain/ballot/receipt-time.ts";
import { readChoices } from "#app/domain/ballot/choices.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { castBallot } from "#app/services/ballot/cast-ballot.server.ts";
import { partsOfNeighbourhood } from "#app/services/ballot/parts.server.ts";
import { withdrawBallot } from "#app/services/ballot/withdraw-ballot.server.ts";
import { receiptsUntil } from "#app/services/ballot/receipts-until.server.ts";
import { votingPlace } from "#app/voting-place.server.ts";
import { BallotForm } from "./ballot-form.tsx";
import { Candidates } from "./candidates.tsx";
import { goneOf, hasVote } from "./gone.ts";
import { HowItWorks } from "./how-it-works.tsx";
import { OwnBallot } from "./own-ballot.tsx";
import { loadVote, loadVoter } from "./vote-page.server.ts";
import { voteSchema } from "./vote-schema.ts";
import { whenWords } from "./when-words.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data == null ? "Vote" : `Vote on priorities in ${args.data.name}`,
    description: "Choose the problems that your neighbourhood team and its partners should work on first.",
    path: paths.vote(args.params["slug"] ?? ""),
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { request, params, context } = args;
  const { id, slug, name, heirs } = await votingPlace(context, params["slug"]);
  const vote = await loadVote(context, id);
  if (heirs !== null && !hasVote(vote)) await placeOfPage(context, args, paths.vote);
  const { actor } = await context.who();
  const voter = await loadVoter(request, context, actor, vote);
  const { searchParams } = new URL(request.url);
  const { cycle, isOpen, nextOpensOn, mostChoices, receiptDays, cards, leftOff } = vote;
  const isCounted = vote.result !== null;
  const until = cycle === null || !isCounted ? null : await receiptsUntil(context, cycle.id);
  return privatePage({
    slug,
    name,
    gone: heirs === null ? null : goneOf(name, heirs, vote.isOpen),
    when: whenWords({ cycle, isOpen, isCounted, nextOpensOn, isGone: heirs !== null }),
    cycle: cycle === null ? null : { id: cycle.id, number: cycle.number, endsOn: cycle.votingEndsOn },
    isOpen,
    mostChoices,
    cards: isOpen || isCounted ? cards : [],
    leftOff,
    receiptDays,
    counted:
      vote.result === null || vote.countedOn === null || cycle === null
        ? null
        : {
            result: vote.result,
            countedOn: vote.countedOn,
            ballotsPath: paths.api.ballots(cycle.id),
            receiptPath: areReceiptsOver(until, context.now) ? null : paths.receipt(slug, cycle.number),
          },
    voter,
    isChanging: searchParams.has("change"),
    done: searchParams.get("done"),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const { id, slug } = await votingPlace(context, params["slug"]);
  const form = await readForm(request, voteSchema);
  const { cycle, cards, mostChoices } = await loadVote(context, id);
  if (cycle === null) throw notFound();
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const refuse = (errors: readonly FieldError[]) =>
    badForm(context, form.refuse(errorsByField(errors)), {
      messages: errors.flatMap(({ field, message }) => (field === "form" ? [message] : [])),
    });
  const { actor } = await context.who();
  if (form.value.intent === "withdraw") {
    const withdrawn = await withdrawBallot(context, actor, cycle.id);
    return withdrawn.ok ? redirect(`${paths.vote(slug)}?done=withdrawn`) : refuse(withdrawn.errors);
  }
  const { choices, ageBand, connection, part, isToBeTold } = form.value;
  if (actor.accountId === null) {
    const list = cards.map(({ number }) => String(number));
    const chosen = readChoices(choices.map(String), list, mostChoices);
    if (!chosen.ok) return refuse(chosen.errors);
    return redirect(paths.signIn(paths.vote(slug)), {
      headers: { "Set-Cookie": await keepChosen(cycle.id, choices, context) },
    });
  }
  if (ageBand === "under-13")
    return refuse([{ field: "ageBand", message: "You can vote from the age of 13" }]);
  const parts = await partsOfNeighbourhood(context.read, context.finder, id);
  const cast = await castBallot(context, actor, {
    cycleId: cycle.id,
    choices,
    ageBand: ageBand ?? null,
    connection: connection ?? null,
    // Only what the page offered.
    part: parts.find((name) => name === part) ?? null,
    isToBeTold: isToBeTold === "yes",
  });
  if (!cast.ok) return refuse(cast.errors);
  return redirect(`${paths.vote(slug)}?done=cast`, {
    headers: { "Set-Cookie": await forgetChosen(context.publicUrl) },
  });
}

// An interface would want an index for every other name.
type VoteFields = {
  choices: string[];
  ageBand: string;
  connection: string;
  part: string;
  isToBeTold: string;
};

/** A field of several ticks as our checkboxes take it: its name is one text. */
const listField = ({ id, name, errors, errorId, descriptionId, initialValue }: FieldMetadata<string[]>) => ({
  id,
  name: String(name),
  errors,
  errorId,
  descriptionId,
  initialValue,
});

export default function Vote() {
  const page = useLoaderData<typeof loader>();
  const { slug, name, when, cycle, cards, voter, counted } = page;
  const refused = useActionData<typeof action>();
  const own = voter?.own ?? null;
  const [, fields] = useForm<VoteFields>({
    id: "vote",
    lastResult: refused?.reply,
    defaultValue: {
      choices: (own?.choices ?? voter?.chosen ?? []).map(String),
      part: own?.part ?? "",
      isToBeTold: own?.isToBeTold === true ? "yes" : "",
    },
  });
  const { ageBand, connection, part, isToBeTold } = fields;
  const choices = listField(fields.choices);
  const isForm =
    voter !== null && voter.kind !== "never" && (own === null || page.isChanging || refused != null);
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.neighbourhood(slug), words: name }]} here="Vote" />
      <FormErrors messages={refused?.messages} />
      <ErrorSummary
        fields={[{ ...choices, initialValue: undefined }, connection, ageBand, part, isToBeTold]}
      />
      <h1 className="govuk-heading-xl">Vote on priorities in {name}</h1>
      {page.gone === null ? null : <GoneLine {...page.gone} />}
      {page.done === "withdrawn" && own === null ? (
        <p role="status">Your vote is withdrawn. It does not count, unless you vote again.</p>
      ) : null}
      <p className="govuk-body-l">{when}</p>
      {own === null || cycle === null || isForm ? null : (
        <OwnBallot
          slug={slug}
          number={cycle.number}
          own={own}
          cards={cards}
          isDone={page.done === "cast"}
          closesOn={dayInWords(cycle.endsOn)}
          receiptDays={page.receiptDays}
        />
      )}
      {counted === null ? null : <VoteResult {...counted} />}
      {cards.length === 0 ? null : <Candidates cards={cards} leftOff={page.leftOff} />}
      {voter?.kind === "never" ? (
        <InsetText>Only residents vote. Police and partners take no part, in any role.</InsetText>
      ) : null}
      {isForm ? (
        <BallotForm
          slug={slug}
          cards={cards}
          mostChoices={page.mostChoices}
          fields={{ choices, ageBand, connection, part, isToBeTold }}
          asks={
            voter.kind === "unknown"
              ? null
              : { age: voter.asksAge, connection: voter.asksConnection, parts: voter.parts }
          }
          isChange={own !== null}
        />
      ) : null}
      <HowItWorks mostChoices={page.mostChoices} receiptDays={page.receiptDays} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
