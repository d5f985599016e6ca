import type { MetaDescriptor } from "@remix-run/react";
import { errorPageOf } from "./error-pages.ts";

interface PageMeta {
  title: string;
  description: string;
  /** The page's own address on this site; null for one that should have none, such as an answer to a form. */
  path: string | null;
  /** Its own picture for other sites, 1200 by 630; without one, the site's. */
  picture?: { path: string; alt: string };
}

const sitePicture = {
  path: "/social-card.png",
  alt: "Your streets. Your priorities. Your say when it is solved.",
};

interface Match {
  id: string;
  data: unknown;
}

function siteOf(matches: readonly (Match | undefined)[]) {
  const data = matches.find((match) => match?.id === "root")?.data;
  const has = typeof data === "object" && data !== null;
  return {
    publicUrl: has && "publicUrl" in data && typeof data.publicUrl === "string" ? data.publicUrl : "",
    hasRefusedForm: has && "hasRefusedForm" in data && data.hasRefusedForm === true,
  };
}

interface MetaArguments {
  matches: readonly (Match | undefined)[];
  /** Neither null nor undefined when an error page stands in the page's place. */
  error?: unknown;
}

/** The head of a page: title, description, canonical address and social card; of an error page, its own title. */
export function pageMeta({ matches, error }: MetaArguments, wanted: PageMeta): MetaDescriptor[] {
  const page: PageMeta =
    error == null ? wanted : { title: errorPageOf(error).title, description: wanted.description, path: null };
  const { publicUrl, hasRefusedForm } = siteOf(matches);
  // Screen readers say the title first on arrival.
  const title = `${hasRefusedForm ? "Error: " : ""}${page.title} – Safer Neighbourhoods`;
  const picture = page.picture ?? sitePicture;
  const address = page.path === null ? null : `${publicUrl}${page.path}`;
  return [
    { title },
    { name: "description", content: page.description },
    { property: "og:title", content: page.title },
    { property: "og:description", content: page.description },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: "Safer Neighbourhoods" },
    { property: "og:image", content: `${publicUrl}${picture.path}` },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: picture.alt },
    { name: "twitter:card", content: "summary_large_image" },
    ...(address === null
      ? []
      : [
          { property: "og:url", content: address },
          { tagName: "link", rel: "canonical", href: address },
        ]),
  ];
}
