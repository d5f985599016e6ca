/** How far a piece of joint work may go. Everything is marked; nothing above these is held here. */
export const markings = ["official", "official-sensitive"] as const;
export type Marking = (typeof markings)[number];

export const markingWords: Readonly<Record<Marking, string>> = {
  official: "OFFICIAL",
  "official-sensitive": "OFFICIAL-SENSITIVE",
};
