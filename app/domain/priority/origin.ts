export const priorityOrigins = ["community_cycle", "snt_urgent", "partner"] as const;
