import type { MetaFunction } from "@remix-run/node";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders } from "#app/page.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Page not found",
    description: "Find your neighbourhood team by postcode, place or map.",
    path: null,
  });

export const headers = pageHeaders;

/** Every address that nothing else answers, so that its 404 wears the house style. */
export function loader() {
  allowPublic();
  throw notFound();
}

export function action() {
  allowPublic();
  throw notFound();
}

export default function NotFound() {
  return null;
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
