/** How a concern came to us. */
export const concernSources = [
  "online",
  "phone",
  "street-briefing",
  "kin",
  "have-your-say",
  "postcard",
  "panel",
  "councillor",
  "partner",
] as const;
export type ConcernSource = (typeof concernSources)[number];

/** Those that staff choose from when they enter a concern for somebody. */
export const enteredSources = concernSources.filter((source) => source !== "online");

export const sourceWords: Readonly<Record<ConcernSource, string>> = {
  online: "On this website",
  phone: "By telephone",
  "street-briefing": "At a street briefing",
  kin: "From a key individual network member",
  "have-your-say": "At a Have Your Say stall",
  postcard: "On a postcard",
  panel: "From the panel",
  councillor: "From a councillor",
  partner: "From a partner agency",
};
