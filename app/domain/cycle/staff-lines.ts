import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Timetable } from "./timetable.ts";
import type { Step } from "./transition.ts";

/** Something to do that a step brings, and who is told of it. */
export interface StepNotice {
  to: "responsible" | "analyst" | "inspector";
  kind: "new" | "late";
  line: string;
}

const notice = (to: StepNotice["to"], line: string, kind: StepNotice["kind"] = "new"): StepNotice => ({
  to,
  kind,
  line,
});

/** What a step gives staff to do in a neighbourhood. */
export function noticesOf({ from, to }: Step, timetable: Timetable, name: string): StepNotice[] {
  const by = (stage: keyof Timetable) => `by ${dayInWords(timetable[stage].lastDay)}`;
  switch (to) {
    case "planned":
    case "closed":
      return [];
    case "raising":
      return [
        notice("responsible", `${name}: a new cycle is open. Go out and ask residents ${by("raising")}.`),
      ];
    case "research":
      return [notice("analyst", `${name}: research is open. Prepare the candidates ${by("research")}.`)];
    case "shortlisting": {
      const line = `${name}: score the candidates and decide on the shortlist ${by("shortlisting")}.`;
      return [notice("responsible", line), notice("analyst", line)];
    }
    case "voting":
      return [
        notice(
          "responsible",
          `${name}: the vote is open. Enter ballots on paper and by phone ${by("voting")}.`,
        ),
      ];
    case "panel":
      return from === "voting"
        ? [
            notice("responsible", `${name}: the vote has closed. Call the panel: it decides ${by("panel")}.`),
            notice("inspector", `${name}: the vote has closed. Certify the count, and accept or decline.`),
          ]
        : [
            notice("responsible", `${name}: nothing was on the shortlist, so there is no vote.`, "late"),
            notice("inspector", `${name}: nothing was on the shortlist, so there is no vote.`, "late"),
          ];
    case "live":
      return [notice("responsible", `${name}: publish the plans for the priorities within 14 days.`)];
    case "reviewing":
      return [notice("responsible", `${name}: publish what came of this cycle ${by("reviewing")}.`)];
  }
}
