import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { stateInPublic } from "#app/components/concern/state-in-public.ts";
import { stateOfOwn } from "#app/components/concern/state-of-own.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listOwnConcerns, listSupportedConcerns } from "#db/queries/own-concern.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your concerns",
    description: "What you raised, and what has become of it.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireActor(args, "concern:read-own");
  const { finder } = args.context;
  const { raised, supported } = await read(async (tx) => ({
    raised: await listOwnConcerns(tx, signedIn.accountId),
    supported: await listSupportedConcerns(tx, signedIn.accountId),
  }));
  const nameOf = (id: string) =>
    finder.neighbourhoods.find((each) => each.id === id)?.name ?? "A former neighbourhood";
  return privatePage({
    raised: raised.map(({ reference, category, state, raisedAt, neighbourhoodId }) => {
      return { reference, category, state, raisedAt, neighbourhood: nameOf(neighbourhoodId) };
    }),
    supported: supported.map(({ reference, title, state, neighbourhoodId }) => {
      return { reference, title: title ?? reference, state, neighbourhood: nameOf(neighbourhoodId) };
    }),
  });
}

export default function OwnConcerns() {
  const { raised, supported } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.account.home(), words: "Your account" }]} here="Your concerns" />
      <h1 className="govuk-heading-xl">Your concerns</h1>
      {raised.length === 0 ? <NothingRaised /> : null}
      <ul className="govuk-list sn-found-list">
        {raised.map(({ reference, category, state, raisedAt, neighbourhood }) => (
          <Item
            key={reference}
            to={paths.account.concern(reference)}
            words={categoryWords[category].name}
            under={`${reference}, ${neighbourhood}, ${momentInWords(raisedAt)}`}
            state={stateOfOwn(state)}
          />
        ))}
      </ul>
      {supported.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Concerns that you added yourself to</h2>
          <ul className="govuk-list sn-found-list">
            {supported.map(({ reference, title, state, neighbourhood }) => (
              <Item
                key={reference}
                to={paths.concern(reference)}
                words={title}
                under={`${reference}, ${neighbourhood}`}
                state={stateInPublic(state)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const NothingRaised = () => (
  <p>
    You have raised none with this account.{" "}
    <Link className="govuk-link" to={paths.home()}>
      Find your neighbourhood
    </Link>{" "}
    to tell its team what worries you.
  </p>
);

interface ItemProps {
  to: string;
  words: string;
  under: string;
  state: { words: string; tone: Tone };
}

const Item = ({ to, words, under, state }: ItemProps) => (
  <li>
    <Link className="govuk-link sn-found-list__title" to={to}>
      {words}
    </Link>{" "}
    <Tag tone={state.tone}>{state.words}</Tag>
    <br />
    <span className="sn-quiet">{under}</span>
  </li>
);

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
