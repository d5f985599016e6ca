/** What a resident may follow. A voter who asks what comes of a vote follows the cycle. */
export const followedKinds = ["concern", "priority", "neighbourhood", "cycle"] as const;
export type FollowedKind = (typeof followedKinds)[number];

/** Message by message, or once a month. */
export const followingPaces = ["each", "monthly"] as const;
export type FollowingPace = (typeof followingPaces)[number];

/** How staff are told of what is new, late or escalated. */
export const staffPaces = ["each", "daily", "none"] as const;
export type StaffPace = (typeof staffPaces)[number];
