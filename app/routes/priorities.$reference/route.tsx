import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { History } from "#app/components/concern/history.tsx";
import { FollowForm } from "#app/components/following/follow-form.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { StateTag } from "#app/components/priority/state-tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { answerInWords } from "#app/domain/priority/answer-words.ts";
import { remarksOn } from "#app/domain/priority/card.ts";
import { traceInWords } from "#app/domain/priority/trace.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findPriority, priorityStepsOf } from "#db/queries/public-priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import { HowChosen } from "./how-chosen.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.title ?? "Page not found",
    description: args.data?.statement ?? "What a neighbourhood chose to have worked on.",
    path: args.data ? paths.priority(args.data.reference) : null,
  });

export const headers = pageHeaders;

const dayOf = (instant: Date | null) => (instant === null ? null : londonDay(instant));

export async function loader({ params, context: { read, finder, now } }: LoaderFunctionArgs) {
  allowPublic();
  const typed = params["reference"] ?? "";
  const reference = readReference("priority", typed);
  if (reference === null) throw notFound();
  if (reference !== typed) return redirect(paths.priority(reference));
  const found = await read(async (tx) => {
    const priority = await findPriority(tx, reference);
    if (priority === null) return null;
    return { priority, steps: await priorityStepsOf(tx, priority.id), figures: await readSettings(tx) };
  });
  if (found === null) throw notFound();
  const { priority, steps, figures } = found;
  if (priority.takenDownAt !== null) throw data({ message: "Taken down" }, { status: 410 });
  const { slug, code, chosenIn, trace, item, quorum, cycleNumber, state, reviewedAt, reviewOutcome } =
    priority;
  const nameOf = (one: string) => finder.bySlug(one)?.name ?? null;
  return publicPage({
    reference,
    title: priority.title,
    statement: priority.statement,
    state,
    category: priority.category,
    neighbourhood: { slug, name: nameOf(slug) ?? code },
    chosenIn: chosenIn === null ? null : { slug: chosenIn, name: nameOf(chosenIn) },
    remarks: remarksOn(priority, londonDay(now), figures),
    how: traceInWords(trace),
    quorum,
    rationale: item,
    cycle: cycleNumber === null ? null : { slug: chosenIn ?? slug, number: cycleNumber },
    answer: answerInWords({
      state,
      acceptedOn: dayOf(priority.acceptedAt),
      declinedOn: dayOf(priority.declinedAt),
      declineCode: priority.declineCode,
      declineReason: priority.declineReason,
      reviewDueOn: priority.reviewDueOn,
      review:
        reviewedAt === null || reviewOutcome === null
          ? null
          : { on: londonDay(reviewedAt), outcome: reviewOutcome, reason: priority.reviewReason },
    }),
    steps: steps.map(({ at, line }) => ({ at, line })),
  });
}

export default function Priority() {
  const { reference, title, statement, state, category, neighbourhood, chosenIn, remarks, ...more } =
    useLoaderData<typeof loader>();
  const { how, quorum, rationale, cycle, answer, steps } = more;
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs
        items={[
          { to: paths.neighbourhood(neighbourhood.slug), words: neighbourhood.name },
          { to: paths.neighbourhoodPriorities(neighbourhood.slug), words: "Priorities" },
        ]}
        here={reference}
      />
      <div className="sn-page--text">
        <span className="govuk-caption-l">{categoryWords[category].name}</span>
        <h1 className="govuk-heading-xl sn-page__title">{title}</h1>
        <p>
          <StateTag state={state} />
        </p>
        <p className="govuk-body-l">{statement}</p>
        {chosenIn === null ? null : (
          <p>
            Chosen in{" "}
            <Link className="govuk-link" to={paths.neighbourhood(chosenIn.slug)}>
              {chosenIn.name ?? "a neighbourhood"}
            </Link>{" "}
            before its boundaries changed.
          </p>
        )}
        {remarks.length === 0 ? null : (
          <InsetText>
            {remarks.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </InsetText>
        )}
        <FollowForm kind="priority" reference={reference} />
        <HowChosen sentences={how} quorum={quorum} rationale={rationale} cycle={cycle} />
        {answer.length === 0 ? null : (
          <section aria-labelledby="answer">
            <h2 className="govuk-heading-l" id="answer">
              What the police answered
            </h2>
            {answer.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        )}
        <section aria-labelledby="steps">
          <h2 className="govuk-heading-l" id="steps">
            What has happened
          </h2>
          <History steps={steps} />
        </section>
        <p>
          <Link className="govuk-link" to={paths.reportPage("priority", reference)}>
            Report a problem with this page
          </Link>
        </p>
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
