import type { ReactNode } from "react";

/** What a status means for its reader; the words say it, the colour only repeats it. */
export type Tone = "plain" | "good" | "now" | "late";

const classes: Readonly<Record<Tone, string>> = {
  plain: "govuk-tag sn-tag",
  good: "govuk-tag sn-tag sn-tag--good",
  now: "govuk-tag sn-tag sn-tag--now",
  late: "govuk-tag sn-tag sn-tag--late",
};

export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <strong className={classes[tone]}>{children}</strong>;
}
