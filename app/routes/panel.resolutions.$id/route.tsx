import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SignOffPapers } from "#app/components/feedback/sign-off-papers.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { closingDay } from "#app/domain/panel/count-item.ts";
import { panelChoices } from "#app/domain/panel/motion.ts";
import { questionWords } from "#app/domain/panel/resolution-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { requirePanelSeat } from "#app/member-guard.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { castPanelVotes } from "#app/services/panel/cast-panel-votes.server.ts";
import { declareInterest } from "#app/services/panel/declare-interest.server.ts";
import { meetingForMember } from "#db/queries/panel-pack.ts";
import { signOffPapers } from "#db/queries/sign-off-papers.ts";
import { ItemVote } from "./item-vote.tsx";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("interest"), item: z.uuid() }),
  z.object({
    intent: z.literal("vote"),
    item: z.uuid(),
    choice: z.enum(panelChoices),
  }),
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "What the panel decides", description: "Your vote on the panel.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requirePanelSeat(args);
  const id = idParam(args.params["id"]);
  const found = await read(async (tx) => {
    const meeting = await meetingForMember(tx, id, signedIn.accountId);
    return meeting === null ? null : { ...meeting, papers: await signOffPapers(tx, meeting) };
  });
  if (found === null) throw notFound();
  const { now } = args.context;
  const { state, heldOn, closesAt } = found.resolution;
  const isOpen = state === "open" && now < closesAt;
  return privatePage({ ...found, isOpen, hasBegun: heldOn <= londonDay(now) });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, signedIn } = await requirePanelSeat(args);
  const { request, context, params } = args;
  const resolutionId = idParam(params["id"]);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: ["Select one of the answers"], item: null });
  const { item: itemId, ...asked } = form.value;
  const change =
    asked.intent === "interest"
      ? await declareInterest(context, actor, { resolutionId, itemId })
      : await castPanelVotes(context, actor, {
          resolutionId,
          votes: [{ itemId, memberId: signedIn.accountId, choice: asked.choice }],
        });
  if (change === null) throw notFound();
  if (change.ok) return redirect(`${paths.panel.resolution(resolutionId)}#item-${itemId}`);
  return badForm(context, form.refuse(errorsByField(change.errors)), {
    messages: change.errors.map(({ message }) => message),
    item: itemId,
  });
}

export default function PanelResolution() {
  const { resolution, subjects, votes, interests, papers, isOpen, hasBegun } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const closes = dayInWords(closingDay(resolution.closesAt));
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.panel.home(), words: "Your panel" }]} here="What the panel decides" />
      <FormErrors messages={refused?.messages} />
      <h1 className="govuk-heading-xl">{questionWords[resolution.kind]}</h1>
      <p>
        The panel meets on {dayInWords(resolution.heldOn)}.{" "}
        {standingOf(resolution.state, isOpen, hasBegun, closes)}
      </p>
      <p>
        <Link className="govuk-link" to={paths.panel.pack(resolution.id)}>
          Read the papers first
        </Link>
        {papers === null
          ? ": the evidence, the vote, and what came of earlier priorities."
          : ": what the team reported, and what residents said."}
      </p>
      {papers === null ? null : <SignOffPapers papers={papers} />}
      <InsetText>
        If you, your family or your business would gain or lose by one of these, declare an interest. You then
        take no part in it. Nobody asks you what the interest is, and your name is not published.
      </InsetText>
      <div id={wholeFormId} tabIndex={-1}>
        {subjects.map((subject) => (
          <ItemVote
            key={subject.itemId}
            resolutionId={resolution.id}
            kind={resolution.kind}
            subject={subject}
            vote={votes.find(({ itemId }) => itemId === subject.itemId)?.choice ?? null}
            hasInterest={interests.some(({ itemId }) => itemId === subject.itemId)}
            mayVote={isOpen && hasBegun}
            mayDeclare={isOpen}
          />
        ))}
      </div>
    </div>
  );
}

function standingOf(state: string, isOpen: boolean, hasBegun: boolean, closes: string): string {
  if (state === "inquorate") return "Too few members took part, so another meeting is called.";
  if (state === "decided") return "The decision has been recorded.";
  if (!isOpen) return "The vote has closed.";
  return hasBegun
    ? `You can vote, or change your vote, until the end of ${closes}.`
    : `You can vote from that day until the end of ${closes}.`;
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
