import type { CodePurpose } from "./code.ts";

const doing: Record<CodePurpose, string> = {
  "sign-in": "to sign in to Safer Neighbourhoods",
  fresh: "to show that it is still you",
};

/** The message that carries a code. Its subject tells a person who looks over a shoulder nothing. */
export const codeLetter = (code: string, purpose: CodePurpose) => ({
  subject: "Your six-digit code",
  body: [
    `Your code is ${code}`,
    `Enter it ${doing[purpose]}. It works for 10 minutes, once, and only in the browser that asked for it.`,
    "We never ask for this code by telephone, by text or on a doorstep. Do not give it to anybody.",
    "If you did not ask for a code, you do not need to do anything. Somebody may have typed your address by mistake.",
  ].join("\n\n"),
});
