import type { Role } from "#app/domain/access.ts";

/** What each role is called on a page. */
export const roleWords: Readonly<Record<Role, string>> = {
  visitor: "Visitor",
  resident: "Resident",
  "kin-member": "Key individual network member",
  "panel-member": "Panel member",
  constable: "PC or PCSO",
  sergeant: "SNT sergeant",
  inspector: "Section inspector",
  "duty-inspector": "Duty inspector",
  commander: "BCU commander",
  analyst: "Analyst",
  communications: "Communications officer",
  partner: "Partner officer",
  "partnership-chair": "Partnership chair",
  training: "Training and HR",
  "chief-officer": "Chief officer",
  oversight: "Oversight body",
  moderator: "Moderator",
  records: "Records and data protection",
  administrator: "Administrator",
  "response-sergeant": "Response sergeant",
  "contact-centre": "Contact centre",
  "iag-adviser": "Independent advisory group",
};
