import { useCallback, useEffect, useState, type MouseEvent } from "react";
import { createPortal } from "react-dom";
import { ExitSkipLink } from "./exit-skip-link.tsx";
import { pressesToLeave } from "./shift-presses.ts";
import { useShiftPresses } from "./use-shift-presses.ts";

const neutralSite = "https://www.bbc.co.uk/weather";
const hidden = "govuk-exit-this-page-hide-content";

/**
 * The way out for somebody who may be watched: a button, or Shift three times, hides the page at once and opens a
 * neutral site. Without script the button is a plain link. First thing inside the page, for it stays on screen.
 */
export function ExitThisPage() {
  const { isLeaving, leave } = useLeaving();
  const { count, said } = useShiftPresses(leave);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    leave();
  };
  return (
    <>
      <ExitSkipLink href={neutralSite} onClick={onClick} />
      <div className="govuk-exit-this-page">
        <a
          href={neutralSite}
          className="govuk-button govuk-button--warning govuk-exit-this-page__button"
          rel="nofollow noreferrer"
          onClick={onClick}
        >
          <span className="govuk-visually-hidden">Emergency</span> Exit this page
          <Lights lit={count} />
        </a>
        <span role="status" className="govuk-visually-hidden">
          {said}
        </span>
      </div>
      {isLeaving
        ? createPortal(
            <div role="alert" className="govuk-exit-this-page-overlay">
              Loading.
            </div>,
            document.body,
          )
        : null}
    </>
  );
}

/** Hides the page and goes; a page brought back by the browser shows again. */
function useLeaving() {
  const [isLeaving, setIsLeaving] = useState(false);
  useEffect(() => {
    const show = () => {
      document.body.classList.remove(hidden);
      setIsLeaving(false);
    };
    window.addEventListener("pageshow", show);
    return () => {
      window.removeEventListener("pageshow", show);
      show();
    };
  }, []);
  const leave = useCallback(() => {
    // By hand, for React's state waits for the next turn: whoever presses this has no time.
    document.body.classList.add(hidden);
    setIsLeaving(true);
    // The other site takes this page's place in the history, so that Back does not bring it up again.
    window.location.replace(neutralSite);
  }, []);
  return { isLeaving, leave };
}

/** One light for each press so far; none while nothing was pressed. */
function Lights({ lit }: { lit: number }) {
  const shown = lit > 0 ? " govuk-exit-this-page__indicator--visible" : "";
  return (
    <span className={`govuk-exit-this-page__indicator${shown}`} aria-hidden="true">
      {Array.from({ length: pressesToLeave }, (_, index) => (
        <span
          key={index}
          className={`govuk-exit-this-page__indicator-light${index < lit ? " govuk-exit-this-page__indicator-light--on" : ""}`}
        />
      ))}
    </span>
  );
}
