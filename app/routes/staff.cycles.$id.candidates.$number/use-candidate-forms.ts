import { useForm, type SubmissionResult } from "@conform-to/react";
import type { Field } from "#app/components/govuk/field.ts";
import { listField, summarised } from "#app/components/govuk/list-field.ts";
import {
  cardFields,
  decisionFields,
  markFields,
  type CardFields,
  type DecisionFields,
  type JoinFields,
  type MarkFields,
  type RemovalFields,
  type TakeOffFields,
} from "./schemas.ts";

export interface StoredCandidate
  extends
    Record<Exclude<keyof CardFields, "title" | "statement">, string | null>,
    Record<keyof MarkFields, number | null> {
  title: string;
  statement: string;
  isShortlisted: boolean | null;
  leftOffReason: string | null;
}

const text = (value: number | null) => (value === null ? "" : String(value));

/** The forms of a candidate's page. Each keeps what was typed in it, and what is stored in the others. */
export function useCandidateForms(
  candidate: StoredCandidate,
  trend: { words: string; source: string } | null,
  reply: SubmissionResult | undefined,
) {
  const sent = reply?.initialValue?.["intent"];
  const of = (intent: string) => ({ id: intent, lastResult: sent === intent ? reply : undefined });
  const isOn = candidate.isShortlisted;
  const [, card] = useForm<CardFields>({
    ...of("card"),
    defaultValue: {
      title: candidate.title,
      statement: candidate.statement,
      trendWords: candidate.trendWords ?? trend?.words ?? "",
      trendSource: candidate.trendSource ?? trend?.source ?? "",
      partnersWords: candidate.partnersWords ?? "",
      harmWords: candidate.harmWords ?? "",
      underHeardWords: candidate.underHeardWords ?? "",
    },
  });
  const [, given] = useForm<MarkFields>({
    ...of("marks"),
    defaultValue: {
      scoreEvidence: text(candidate.scoreEvidence),
      scoreHarm: text(candidate.scoreHarm),
      scoreUnderHeard: text(candidate.scoreUnderHeard),
      scoreChangeable: text(candidate.scoreChangeable),
      scoreNotInHand: text(candidate.scoreNotInHand),
    },
  });
  const [, decided] = useForm<DecisionFields>({
    ...of("decide"),
    defaultValue: {
      decision: isOn === null ? "" : isOn ? "on" : "off",
      reason: candidate.leftOffReason ?? "",
    },
  });
  const [, joined] = useForm<JoinFields>(of("join"));
  const [, off] = useForm<TakeOffFields>(of("take-off"));
  const [, removed] = useForm<RemovalFields>(of("remove"));
  const join = listField(joined.concernIds);
  const takeOff = { concerns: listField(off.offIds), reason: off.offReason };
  const remove = removed.removalReason;
  const fields: Field[] = [
    ...cardFields.map((one) => card[one]),
    ...markFields.map((one) => given[one]),
    ...decisionFields.map((one) => decided[one]),
    summarised(join),
    summarised(takeOff.concerns),
    takeOff.reason,
    remove,
  ];
  return { card, given, decided, join, takeOff, remove, fields, sent };
}
