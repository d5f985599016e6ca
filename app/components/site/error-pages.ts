import { isRouteErrorResponse } from "@remix-run/react";
import { shutWhys, type ShutWhy } from "#app/domain/agreement/standing.ts";

export interface ErrorPage {
  status: number;
  title: string;
  words: string;
  /** What a partner is told in the page's place, while no agreement of their agency is in force. */
  lapsed?: Lapsed;
}

interface Lapsed {
  agreement: LapsedAgreementParts | null;
  /** Further ones, where it is not known for want of which. */
  others: readonly LapsedAgreementParts[];
  /** Whether their agency goes on by another agreement. */
  isPart: boolean;
}

interface LapsedAgreementParts {
  reference: string;
  title: string;
  since: string;
  why: ShutWhy;
}

export const lapsedTitle = "Your joint work is closed for now";

const pages: Record<number, Omit<ErrorPage, "status">> = {
  403: {
    title: "You cannot open this page",
    words:
      "Your role does not reach this page. If you think it should, ask the person who gave you your role.",
  },
  404: {
    title: "Page not found",
    words: "If you typed the address, check it is correct. If you followed a link, it may be out of date.",
  },
  410: {
    title: "This was taken down",
    words:
      "There was a problem with what stood here, so the team took it down. You can still find your neighbourhood team and what it works on.",
  },
  413: { title: "That was too much to send", words: "Send less and try again. Nothing has been kept." },
  429: { title: "Too many requests", words: "Wait a minute and try again." },
  503: {
    title: "Sorry, the service is unavailable",
    words: "You will be able to use it later. Try again in a few minutes.",
  },
};

const failure = {
  title: "Sorry, there is a problem with the service",
  words: "Try again later. If it keeps happening, please tell us.",
};

/** What to say of an error: a thrown answer by its status, anything else as a failure of ours, never how it broke. */
export function errorPageOf(error: unknown): ErrorPage {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const lapsed = isRouteErrorResponse(error) ? lapsedOf(error.data) : null;
  if (lapsed !== null) return { status, title: lapsedTitle, words: "", lapsed };
  return { status, ...(pages[status] ?? failure) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function lapsedOf(data: unknown): Lapsed | null {
  if (!isRecord(data) || !isRecord(data["shut"])) return null;
  const { agreement, others } = data["shut"];
  return {
    agreement: partsOf(agreement),
    others: Array.isArray(others) ? others.flatMap((one) => partsOf(one) ?? []) : [],
    isPart: Array.isArray(others),
  };
}

function partsOf(agreement: unknown): LapsedAgreementParts | null {
  if (!isRecord(agreement)) return null;
  const { reference, title, since } = agreement;
  const why = shutWhys.find((one) => one === agreement["why"]);
  return typeof reference === "string" &&
    typeof title === "string" &&
    typeof since === "string" &&
    why !== undefined
    ? { reference, title, since, why }
    : null;
}
