import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { PanelChoice } from "#app/domain/panel/motion.ts";
import { paths } from "#app/paths.ts";
import type { Subject } from "#db/queries/panel-pack.ts";

interface ItemVoteProps {
  resolutionId: string;
  subject: Pick<Subject, "itemId" | "title" | "statement" | "isAdopted">;
  vote: PanelChoice | null;
  hasInterest: boolean;
  mayVote: boolean;
  mayDeclare: boolean;
}

const voteWords: Readonly<Record<PanelChoice, string>> = {
  for: "You voted for it",
  against: "You voted against it",
  abstain: "You abstained",
};

/** One thing to be decided: what it is, and a member's own part in it. */
export function ItemVote(props: ItemVoteProps) {
  const { resolutionId, subject, vote, hasInterest, mayVote, mayDeclare } = props;
  const { itemId, title, statement, isAdopted } = subject;
  return (
    <section id={`item-${itemId}`} className="sn-panel__item">
      <h2 className="govuk-heading-m">{title}</h2>
      <p>{statement}</p>
      {isAdopted === true ? <Tag tone="good">Adopted</Tag> : null}
      {hasInterest ? (
        <p>You declared an interest in this and take no part in it.</p>
      ) : (
        <>
          {vote === null ? null : (
            <p>
              <Tag tone="now">{voteWords[vote]}</Tag>
            </p>
          )}
          {mayVote ? (
            <form method="post" action={paths.panel.resolution(resolutionId)} noValidate>
              <input type="hidden" name="intent" value="vote" />
              <input type="hidden" name="item" value={itemId} />
              <Radios
                field={{ ...plainField("choice", vote ?? ""), id: `choice-${itemId}` }}
                legend={<>Adopt “{title}”?</>}
                items={[
                  { value: "for", label: "For" },
                  { value: "against", label: "Against" },
                  { value: "abstain", label: "Abstain" },
                ]}
              />
              <Button>{vote === null ? "Vote" : "Change my vote"}</Button>
            </form>
          ) : null}
          {mayDeclare ? (
            <form method="post" action={paths.panel.resolution(resolutionId)} noValidate>
              <input type="hidden" name="intent" value="interest" />
              <input type="hidden" name="item" value={itemId} />
              <Button look="plain">
                I have an interest<span className="govuk-visually-hidden"> in {title}</span>
              </Button>
            </form>
          ) : null}
        </>
      )}
    </section>
  );
}
