import { Link } from "@remix-run/react";
import type { LiveState } from "./use-live-entries.ts";

const stateWords: Readonly<Record<LiveState, string>> = {
  off: "",
  live: "Live: what is recorded appears here by itself.",
  trying: "Not connected: trying again.",
};

/** Says whether a list grows by itself, and how to look again where it does not. */
export const LiveStateLine = ({ state, to }: { state: LiveState; to: string }) => (
  <div className="sn-live">
    <p role="status">{stateWords[state]}</p>
    <Link className="govuk-link" to={to} reloadDocument>
      Refresh the list
    </Link>
  </div>
);
