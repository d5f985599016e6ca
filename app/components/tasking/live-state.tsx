import { Link } from "@remix-run/react";
import type { LiveState } from "./use-live-entries.ts";

const stateWords: Readonly<Record<LiveState, string>> = {
  off: "",
  live: "Live: what is recorded appears here by itself.",
  trying: "Not connected: trying again.",
};

interface LiveStateLineProps {
  state: LiveState;
  to: string;
  /** Asks for the list again without leaving the page. */
  onRefresh?: () => void;
}

/** Says whether a list grows by itself, and how to look again where it does not. */
export const LiveStateLine = ({ state, to, onRefresh }: LiveStateLineProps) => (
  <div className="sn-live">
    <p role="status">{stateWords[state]}</p>
    <Link
      className="govuk-link"
      to={to}
      reloadDocument
      onClick={
        onRefresh === undefined
          ? undefined
          : (event) => {
              // With script the page stays, and what is typed in it.
              event.preventDefault();
              onRefresh();
            }
      }
    >
      Refresh the list
    </Link>
  </div>
);
