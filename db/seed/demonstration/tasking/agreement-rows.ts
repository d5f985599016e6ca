import { addDays, type Day } from "#app/domain/team/day.ts";
import type * as schema from "#db/schema/index.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { atHour, pick } from "../history/telling.ts";
import { givenNames } from "../people/given-names.ts";
import { surnames } from "../people/surnames.ts";
import { createRandom, type Random } from "../random.ts";
import { numberedReference } from "./numbered-reference.ts";
import { toldAgreements, type ToldAgreement } from "./agreements.ts";

interface AgreementRows {
  agreements: (typeof schema.agreements.$inferInsert)[];
  agreementParties: (typeof schema.agreementParties.$inferInsert)[];
}

// Another sequence than the force's and the accounts', so that agreements change nothing else.
const seed = 1998;
const yearDays = 365;
const isPolice = (agencyCode: string) => agencyCode === "police";

export const agreementId = (code: string): string => seedId("agreement", code);

const shared = {
  purpose:
    "To work together on problems that residents chose, and on those that the agencies see: who does what, by when, and what came of it.",
  dataItems:
    "Problems, places and times; counts of incidents and calls by street; what each agency has done and will do. No personal data is kept in joint tasking: it stays in each agency’s own system.",
  security:
    "Marked OFFICIAL-SENSITIVE. Only people whom their agency named sign in, each with a second factor. What is read is recorded.",
  retention:
    "Minutes and actions are kept for six years after the meeting. Drafts and notes of the agencies are destroyed when the minutes are circulated.",
};

/** The agreements of the demonstration as they stand on a day, with their parties. */
export function agreementRows(today: Day): AgreementRows {
  const random = createRandom(seed);
  const rows: AgreementRows = { agreements: [], agreementParties: [] };
  toldAgreements.forEach((told, index) => {
    const { row, signedOn } = rowOf(told, index, today);
    rows.agreements.push(row);
    rows.agreementParties.push(...partiesOf(random, told, signedOn));
  });
  return rows;
}

function rowOf(
  { code, title, partnershipCode, gateway, standing }: ToldAgreement,
  index: number,
  today: Day,
): { row: AgreementRows["agreements"][number]; signedOn: Day | null } {
  const base = {
    id: agreementId(code),
    reference: numberedReference("agreement", index + 1),
    title,
    partnershipId: partnershipCode === null ? null : seedId("partnership", partnershipCode),
    gateway,
    ...shared,
    dpia: `DPIA ${today.slice(0, 4)}/${String(index + 11)}`,
  };
  if (standing.kind === "draft") {
    const madeAt = atHour(addDays(today, -16), 10);
    return { row: { ...base, state: "draft", madeAt, changedAt: madeAt }, signedOn: null };
  }
  const reviewBy = addDays(today, standing.kind === "signed" ? standing.reviewIn : yearDays - 300);
  const startsOn = addDays(reviewBy, -yearDays);
  const signedOn = addDays(startsOn, -4);
  const signed = {
    ...base,
    startsOn,
    reviewBy,
    signedAt: atHour(signedOn, 15),
    madeAt: atHour(addDays(startsOn, -60), 10),
    changedAt: atHour(signedOn, 15),
    version: 3,
  };
  if (standing.kind === "signed") return { row: { ...signed, state: "signed" }, signedOn };
  const terminatedAt = atHour(addDays(today, -standing.daysAgo), 14);
  return {
    row: {
      ...signed,
      state: "terminated",
      terminatedAt,
      terminatedReason: standing.reason,
      changedAt: terminatedAt,
      version: 4,
    },
    signedOn,
  };
}

const partiesOf = (random: Random, { code, agencyCodes }: ToldAgreement, signedOn: Day | null) =>
  agencyCodes.map((agencyCode) => {
    const signatory = `${pick(random, givenNames)} ${pick(random, surnames)}`;
    const signatoryPosition = isPolice(agencyCode) ? "Chief superintendent" : "Director";
    return {
      agreementId: agreementId(code),
      agencyId: seedId("agency", agencyCode),
      ...(signedOn === null ? {} : { signatory, signatoryPosition, signedOn }),
    };
  });
