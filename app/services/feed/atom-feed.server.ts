import { DOMImplementation, XMLSerializer, type Document, type Element } from "@xmldom/xmldom";

const namespace = "http://www.w3.org/2005/Atom";
/** Since when our host's names are ours to give (RFC 4151), and so the oldest that a feed can be. */
const namesSince = "2026";

/** A feed of changes. */
export interface Feed {
  /** What never changes about it, as a part of its id: "priorities/P-7K3FQ". */
  name: string;
  title: string;
  author: string;
  /** Its own address, and that of the page that it is about. */
  self: string;
  page: string;
  entries: readonly { name: string; at: Date; title: string; link: string }[];
}

/** When the newest of a feed is from. */
export const updatedAt = ({ entries }: Feed): Date => entries[0]?.at ?? new Date(namesSince);

/** A feed as Atom (RFC 4287): the newest entry first, as it was given, ids that stay (RFC 4151). */
export function atomFeed(feed: Feed): string {
  const document = new DOMImplementation().createDocument(namespace, "feed");
  const root = document.documentElement;
  if (root === null) throw new Error("A new document has no root.");
  const { hostname } = new URL(feed.self);
  const idOf = (name: string) => `tag:${hostname},${namesSince}:${name}`;
  root.setAttribute("xml:lang", "en-GB");
  add(document, root, "id", idOf(feed.name));
  add(document, root, "title", feed.title);
  add(document, root, "updated", updatedAt(feed).toISOString());
  add(document, add(document, root, "author"), "name", feed.author);
  addLink(document, root, "self", feed.self);
  addLink(document, root, "alternate", feed.page);
  for (const { name, at, title, link } of feed.entries) {
    const entry = add(document, root, "entry");
    add(document, entry, "id", idOf(name));
    add(document, entry, "title", title);
    add(document, entry, "updated", at.toISOString());
    addLink(document, entry, "alternate", link);
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

/** What XML cannot hold, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function add(document: Document, parent: Element, name: string, text?: string): Element {
  const element = document.createElementNS(namespace, name);
  if (text !== undefined) element.appendChild(document.createTextNode(text.replace(forbidden, "")));
  parent.appendChild(element);
  return element;
}

function addLink(document: Document, parent: Element, rel: "self" | "alternate", href: string) {
  const link = add(document, parent, "link");
  link.setAttribute("rel", rel);
  link.setAttribute("href", href);
}
