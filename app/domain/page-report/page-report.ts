/** The public items that somebody may report a problem with. */
export const reportableKinds = ["concern", "priority", "meeting"] as const;
export type ReportableKind = (typeof reportableKinds)[number];

/** `taken-down` and `kept` are decisions; an appeal goes to somebody else, who ends it as `upheld` or `changed`. */
export const pageReportStates = ["received", "taken-down", "kept", "appealed", "upheld", "changed"] as const;
export type PageReportState = (typeof pageReportStates)[number];
