import type { AppointedRole, AreaKind } from "./account.ts";

const wholeForce: readonly AreaKind[] = ["force"];
const local: readonly AreaKind[] = ["neighbourhood", "team", "section"];
const command: readonly AreaKind[] = ["bcu", "force"];

/** What areas each role is given for: what its holder answers for in the field, and nothing wider. */
export const areaKindsFor: Readonly<Record<AppointedRole, readonly AreaKind[]>> = {
  constable: local,
  sergeant: local,
  inspector: ["section"],
  "duty-inspector": ["section", "bcu", "force"],
  "response-sergeant": ["section", "bcu", "force"],
  commander: ["bcu"],
  analyst: ["partnership", "section", "bcu", "force"],
  communications: command,
  training: wholeForce,
  "chief-officer": wholeForce,
  oversight: wholeForce,
  moderator: wholeForce,
  records: wholeForce,
  administrator: wholeForce,
  "contact-centre": wholeForce,
  "iag-adviser": ["partnership", "section", "bcu", "force"],
};
