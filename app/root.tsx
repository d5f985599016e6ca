import regularFont from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url";
import boldFont from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import type { ReactNode } from "react";
import { useNonce } from "#app/components/nonce.ts";
import { SiteFooter } from "#app/components/site/site-footer.tsx";
import { SiteHeader } from "#app/components/site/site-header.tsx";
import { useSite, type Site } from "#app/components/site/site.ts";
import { hasRefusedForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import styles from "#app/styles/app.scss?url";

const font = (href: string) => ({
  rel: "preload" as const,
  as: "font" as const,
  type: "font/woff2",
  crossOrigin: "anonymous" as const,
  href,
});

export const links: LinksFunction = () => [
  font(regularFont),
  font(boldFont),
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.png", type: "image/png", sizes: "96x96" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export async function loader({ context }: LoaderFunctionArgs): Promise<Site> {
  allowPublic();
  const { actor, signedIn } = await context.who();
  const { force, isDemonstration, hasIllustrativeBoundaries, publicUrl, requestId } = context;
  return {
    force: force && { name: force.name, shortName: force.shortName, website: force.website },
    isDemonstration,
    hasIllustrativeBoundaries,
    signedIn:
      signedIn === null || actor.kind === "visitor" || actor.kind === "system"
        ? null
        : { kind: actor.kind, name: signedIn.name },
    publicUrl,
    requestId,
    hasRefusedForm: hasRefusedForm(context),
  };
}

/** The frame around every page, error pages too. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const site = useSite();
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12304f" />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        <a className="govuk-skip-link" href="#main-content">
          Skip to main content
        </a>
        <SiteHeader site={site} />
        <main id="main-content" className="sn-main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter site={site} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
