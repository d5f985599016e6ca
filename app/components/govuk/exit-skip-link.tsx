import { useEffect, useState, type MouseEventHandler } from "react";
import { createPortal } from "react-dom";
import { useHydrated } from "#app/components/use-hydrated.ts";

interface ExitSkipLinkProps {
  href: string;
  onClick: MouseEventHandler;
}

/**
 * The second stop of the Tab key, before the site's own links. It belongs to the page but stands in the header, where
 * only script can put it; without script the button itself is the first stop of the page's content.
 */
export function ExitSkipLink(props: ExitSkipLinkProps) {
  return useHydrated() ? <InTheHeader {...props} /> : null;
}

function InTheHeader({ href, onClick }: ExitSkipLinkProps) {
  const [place] = useState(() => document.createElement("div"));
  useEffect(() => {
    document.querySelector("header")?.prepend(place);
    return () => place.remove();
  }, [place]);
  return createPortal(
    <a className="govuk-skip-link" href={href} rel="nofollow noreferrer" onClick={onClick}>
      Exit this page
    </a>,
    place,
  );
}
