export const impactTriggers = ["incident", "operation", "event", "pattern"] as const;
export type ImpactTrigger = (typeof impactTriggers)[number];

export const impactTriggerWords: Readonly<Record<ImpactTrigger, string>> = {
  incident: "An incident",
  operation: "A police operation",
  event: "An event",
  pattern: "A pattern",
};

export const tensionGrades = ["low", "medium", "high", "critical"] as const;
export type TensionGrade = (typeof tensionGrades)[number];

export const tensionGradeWords: Readonly<Record<TensionGrade, string>> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "Critical",
};

/** Whose advice is asked: a member of the independent advisory group, or a key individual of the community. */
export const adviserKinds = ["iag", "kin"] as const;
export type AdviserKind = (typeof adviserKinds)[number];

export const adviserKindWords: Readonly<Record<AdviserKind, string>> = {
  iag: "Independent advisory group (IAG)",
  kin: "Key individual network (KIN)",
};
