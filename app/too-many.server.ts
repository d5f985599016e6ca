import type { SubmissionResult } from "@conform-to/react";
import { data, type AppLoadContext } from "@remix-run/node";
import { badForm } from "#app/forms.server.ts";

/** The answer to a form that was sent too often: the page drawn again as by `badForm`, status 429, when to try again. */
export function tooMany<Extra extends object>(
  context: AppLoadContext,
  reply: SubmissionResult,
  extra: Extra,
  retryAfterSeconds: number,
) {
  const refused = badForm(context, reply, extra);
  return data(refused.data, {
    status: 429,
    headers: { "Cache-Control": "private, no-store", "Retry-After": String(retryAfterSeconds) },
  });
}

const secondsInAMinute = 60;

/** "Try again in 8 minutes", never too early. */
export function tryAgainIn(seconds: number): string {
  const minutes = Math.ceil(seconds / secondsInAMinute);
  return `Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
}
