/** What was found: pieces that identify somebody first, then what another door is for. */
export const flagKinds = [
  "email",
  "phone",
  "plate",
  "postcode",
  "house-number",
  "national-insurance",
  "date-of-birth",
  "card",
  "bank-account",
  "handle",
  "web-address",
  "name",
  "accusation",
  "emergency",
  "self-harm",
  "domestic-abuse",
  "safeguarding",
  "crime",
  "intelligence",
  "hate",
  "complaint",
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Which door a text may belong to, the most pressing first. */
export const riskRoutes = [
  "emergency",
  "safeguarding",
  "crime",
  "intelligence",
  "complaint",
  "none",
] as const;
export type RiskRoute = (typeof riskRoutes)[number];

/** `must-hold`: nobody may publish or pass it by without a decision; `warn`: worth a second look. */
export type Severity = "must-hold" | "warn";

/** A piece of a text for a person to judge. Offsets are of the text as it was given, in UTF-16 units. */
export interface Flag {
  kind: FlagKind;
  route: RiskRoute;
  severity: Severity;
  start: number;
  end: number;
}

/** As a label beside the piece. */
export const flagWords: Readonly<Record<FlagKind, string>> = {
  email: "Email address",
  phone: "Telephone number",
  plate: "Number plate",
  postcode: "Postcode",
  "house-number": "House number",
  "national-insurance": "National Insurance number",
  "date-of-birth": "Date of birth",
  card: "Card number",
  "bank-account": "Bank account",
  handle: "Name on a social network",
  "web-address": "Web address",
  name: "Name",
  accusation: "Accusation against somebody",
  emergency: "May be an emergency",
  "self-harm": "May be about suicide or self-harm",
  "domestic-abuse": "May be domestic abuse",
  safeguarding: "Somebody may need protecting",
  crime: "May report a crime",
  intelligence: "May be intelligence about somebody",
  hate: "May be about hatred",
  complaint: "May be a complaint about the police",
};

/** A piece found in the plain text, before its offsets are those of the text as it was given. */
export type Found = Flag;

/** A piece that identifies somebody or something. */
export const piece = (
  kind: FlagKind,
  start: number,
  end: number,
  severity: Severity = "must-hold",
): Found => ({
  kind,
  route: "none",
  severity,
  start,
  end,
});

/** Kinds as they are stored with a concern, in words; one that this version does not know is left out. */
export const foundInWords = (kinds: readonly string[]): string[] =>
  flagKinds.filter((kind) => kinds.includes(kind)).map((kind) => flagWords[kind]);
