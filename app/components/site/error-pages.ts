import { isRouteErrorResponse } from "@remix-run/react";

export interface ErrorPage {
  status: number;
  title: string;
  words: string;
}

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
  return { status, ...(pages[status] ?? failure) };
}
