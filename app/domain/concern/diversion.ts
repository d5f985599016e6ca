export const diversionRoutes = ["emergency", "safeguarding", "crime", "intelligence", "complaint"] as const;
