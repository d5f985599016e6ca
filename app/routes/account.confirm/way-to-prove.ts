import type { AccountKind } from "#app/domain/account/account.ts";
import type { SignInMethod } from "#app/domain/session/session.ts";
import { paths } from "#app/paths.ts";

/** How somebody shows that it is still them: by a code to their address, or where they sign in. */
export type WayToProve = { kind: "code"; email: string } | { kind: "elsewhere"; to: string; words: string };

interface Person {
  kind: AccountKind;
  method: SignInMethod;
  email: string | null;
}

/** The way that is at least as strong as the one they came by. */
export function wayToProve({ kind, method, email }: Person, next: string): WayToProve {
  if (method === "demonstration")
    return { kind: "elsewhere", to: paths.demo.people(), words: "Choose your fictional person again" };
  if (method === "email-code" && email !== null) return { kind: "code", email };
  switch (kind) {
    case "staff":
      return {
        kind: "elsewhere",
        to: paths.staff.proveAgain(next),
        words: "Sign in with your force account again",
      };
    case "member":
      return { kind: "elsewhere", to: paths.partners.signIn(next), words: "Sign in again" };
    case "resident":
      return { kind: "elsewhere", to: paths.signIn(next), words: "Sign in again" };
  }
}
