import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes, type ListField } from "#app/components/govuk/checkboxes.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { ageBands } from "#app/domain/account/account.ts";
import { votingConnections } from "#app/domain/ballot/eligibility.ts";
import { ageBandWords, connectionWords } from "#app/domain/resident/resident.ts";
import { paths } from "#app/paths.ts";
import type { Card } from "./to-card.ts";

interface BallotFormProps {
  slug: string;
  cards: readonly Card[];
  mostChoices: number;
  fields: Record<"ageBand" | "connection" | "part", Field> & Record<"choices" | "isToBeTold", ListField>;
  /** Null for somebody who has not signed in yet. */
  asks: { age: boolean; connection: boolean; parts: readonly string[] } | null;
  isChange: boolean;
}

/** The ballot: what to choose, and what is not known yet of who chooses. */
export function BallotForm({ slug, cards, mostChoices, fields, asks, isChange }: BallotFormProps) {
  return (
    <form method="post" action={paths.vote(slug)} noValidate>
      <input type="hidden" name="intent" value="cast" />
      <Checkboxes
        field={fields.choices}
        legend="Which problems should we work on first?"
        hint={mostChoices === 1 ? "Select one." : `Select up to ${mostChoices}. The order does not matter.`}
        items={cards.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
      />
      {asks === null ? (
        <>
          <p>
            Next we ask for your email address and send you a code, so that each person votes once. What you
            selected is kept.
          </p>
          <Button>Continue</Button>
        </>
      ) : (
        <>
          {asks.connection ? (
            <Radios
              field={fields.connection}
              legend="How do you belong to this neighbourhood?"
              items={[...votingConnections, "visit" as const].map((value) => ({
                value,
                label: `I ${connectionWords[value].replace("there", "here")}`,
              }))}
            />
          ) : null}
          {asks.age ? (
            <Radios
              field={fields.ageBand}
              legend="How old are you?"
              hint="You vote from the age of 13. We do not ask for your date of birth."
              items={[
                { value: "under-13", label: "Under 13" },
                ...ageBands.map((value) => ({ value, label: ageBandWords[value] })),
              ]}
            />
          ) : null}
          {asks.parts.length === 0 ? null : (
            <Select
              field={fields.part}
              label="Which part of the neighbourhood do you know best? (optional)"
              hint="So that we see where few people have voted, and go there. It is deleted once the votes are counted."
              nothing="I would rather not say"
              groups={[{ label: "", items: asks.parts.map((name) => ({ value: name, words: name })) }]}
            />
          )}
          <Checkboxes
            field={fields.isToBeTold}
            legend="After the vote"
            items={[{ value: "yes", label: "Tell me what comes of this" }]}
          />
          <Button>{isChange ? "Change my vote" : "Vote"}</Button>
        </>
      )}
    </form>
  );
}
