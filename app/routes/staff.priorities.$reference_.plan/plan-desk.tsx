import type { ReactNode } from "react";
import { Triangle } from "#app/components/plan/triangle.tsx";
import {
  SuggestedPractice,
  type SuggestedPracticeProps,
} from "#app/components/practice/suggested-practice.tsx";
import { missingOf, type PlanFacts } from "#app/domain/plan/gate.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { planParts, type PlanPart } from "#app/domain/plan/parts.ts";
import type { PlanStage } from "#app/domain/plan/states.ts";
import { valuesOf, type Editings } from "./editings.ts";
import { Needed } from "./needed.tsx";
import { PartLinks } from "./part-links.tsx";
import { PlanWords } from "./plan-words.tsx";

/** What the next stage depends on besides the fields; null for whoever does not see them all. */
export type Gate = Pick<PlanFacts, "actions"> & { involvedIn: readonly PlanStage[] };

interface PlanDeskProps {
  reference: string;
  stage: PlanStage;
  slug: string;
  editings: Editings;
  gate: Gate | null;
  practice: SuggestedPracticeProps;
  /** How to go somewhere without asking the server; null before there is script. */
  go: { open: (slug: string) => void; goTo: (name: PlanFieldName) => void } | null;
  /** A part as whoever is here works at it; only read where nothing is given. */
  part?: (part: PlanPart) => ReactNode;
}

/** A plan on somebody's desk: its parts, one of them open, and what the next stage still needs. */
export function PlanDesk({ reference, stage, slug, editings, gate, practice, go, part }: PlanDeskProps) {
  const values = valuesOf(editings);
  const shown = planParts.filter((one) => one.slug === slug);
  return (
    <>
      <PartLinks reference={reference} slug={slug} editings={editings} open={go?.open ?? null} />
      <div className="sn-desk">
        <div className="sn-desk__part">
          {(shown.length === 0 ? planParts : shown).map((one) => (
            <section key={one.slug} aria-labelledby={`part-${one.slug}`}>
              <h2 id={`part-${one.slug}`} className="govuk-heading-m sn-desk__heading" tabIndex={-1}>
                {one.words}
              </h2>
              <p>{one.about}</p>
              {one.part === "analysis" ? <Triangle values={values} /> : null}
              {part === undefined || shown.length === 0 ? (
                <PlanWords part={one.part} editings={editings} />
              ) : (
                part(one)
              )}
              {one.part === "scanning" && shown.length > 0 ? <SuggestedPractice {...practice} /> : null}
            </section>
          ))}
        </div>
        {gate === null ? null : (
          <Needed
            reference={reference}
            stage={stage}
            missing={missingOf({
              stage,
              filled: Object.fromEntries(values),
              involvedIn: new Set(gate.involvedIn),
              actions: gate.actions,
            })}
            goTo={go?.goTo ?? null}
          />
        )}
      </div>
    </>
  );
}
