export const divertRoutes = ["emergency", "crime", "safeguarding", "intelligence"] as const;
