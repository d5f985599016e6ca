import { Link } from "@remix-run/react";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { reasonInWords, type ReasonList } from "#app/domain/concern/reasons.ts";
import type { ConcernState } from "#app/domain/concern/states.ts";
import { paths } from "#app/paths.ts";

interface WhatBecameProps {
  state: ConcernState;
  reasonCode: string | null;
  agency: string | null;
  mergedInto: string | null;
}

const lists: Partial<Readonly<Record<ConcernState, ReasonList>>> = {
  "not-adopted": "notAdopted",
  "answered-directly": "answer",
  referred: "referral",
};

/** The reason of how it ended, or where it went on. */
export function WhatBecame({ state, reasonCode, agency, mergedInto }: WhatBecameProps) {
  if (mergedInto !== null) {
    return (
      <InsetText>
        Others raised the same thing. Follow it at{" "}
        <Link className="govuk-link" to={paths.concern(mergedInto)}>
          {mergedInto}
        </Link>
        .
      </InsetText>
    );
  }
  const list = lists[state];
  const reason = list === undefined || reasonCode === null ? null : reasonInWords(list, reasonCode);
  if (reason === null) return null;
  const passedTo = state === "referred" && agency !== null ? ` It was passed to ${agency}.` : "";
  return <InsetText>{`${reason}${passedTo}`}</InsetText>;
}
