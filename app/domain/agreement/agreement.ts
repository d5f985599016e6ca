/** The legal power an agreement rests on: a power to share, never a duty, but for depersonalised sets. */
export const gateways = ["crime-and-disorder-115", "crime-and-disorder-17a", "other"] as const;
export type Gateway = (typeof gateways)[number];

export const gatewayWords: Readonly<Record<Gateway, string>> = {
  "crime-and-disorder-115": "Crime and Disorder Act 1998, section 115: a power to share, case by case",
  "crime-and-disorder-17a": "Crime and Disorder Act 1998, section 17A: depersonalised sets",
  other: "Another power, named in the purpose",
};

/** What is kept of an agreement; whether it is due for review or has expired follows from the day. */
export const agreementStates = ["draft", "signed", "terminated"] as const;
export type AgreementState = (typeof agreementStates)[number];
