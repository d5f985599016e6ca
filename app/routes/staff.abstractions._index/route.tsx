import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { abstractionReaders } from "#app/domain/abstraction/reading.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Abstractions", description: "What the team is used for today.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionReaders);
  return privatePage({ frame: abstractionFrameOf(visit) });
}

export default function Abstractions() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <AbstractionPage frame={frame} title="Abstractions">
      <p>An abstraction is neighbourhood duty that was used for other work.</p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
