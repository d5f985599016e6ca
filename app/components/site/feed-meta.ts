import type { MetaDescriptor } from "@remix-run/react";

/** Says in the head of a page where its changes are told as a feed. */
export const feedMeta = (title: string, href: string): MetaDescriptor => ({
  tagName: "link",
  rel: "alternate",
  type: "application/atom+xml",
  title,
  href,
});
