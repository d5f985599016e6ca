export const postKinds = ["sergeant", "pc", "pcso", "special", "ranger", "warden"] as const;
export type PostKind = (typeof postKinds)[number];

export const holdingKinds = ["substantive", "acting", "cover"] as const;
export type HoldingKind = (typeof holdingKinds)[number];

export const fundingSources = ["force", "matched", "partner", "grant"] as const;
export type FundingSource = (typeof fundingSources)[number];
