import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { panelChoices, type PanelChoice } from "#app/domain/panel/motion.ts";
import type { ResolutionKind } from "#app/domain/panel/resolution-kinds.ts";
import { motionWords } from "#app/domain/panel/resolution-words.ts";
import { paths } from "#app/paths.ts";
import type { Subject } from "#db/queries/panel-pack.ts";

interface ItemVoteProps {
  resolutionId: string;
  kind: ResolutionKind;
  subject: Pick<Subject, "itemId" | "title" | "statement" | "isAdopted">;
  vote: PanelChoice | null;
  hasInterest: boolean;
  mayVote: boolean;
  mayDeclare: boolean;
}

/** One thing to be decided: what it is, and a member's own part in it. */
export function ItemVote(props: ItemVoteProps) {
  const { resolutionId, kind, subject, vote, hasInterest, mayVote, mayDeclare } = props;
  const { itemId, title, statement, isAdopted } = subject;
  const motion = motionWords[kind];
  return (
    <section id={`item-${itemId}`} className="sn-panel__item">
      <h2 className="govuk-heading-m">{title}</h2>
      <p>{statement}</p>
      {isAdopted === true ? <Tag tone="good">{motion.carried}</Tag> : null}
      {hasInterest ? (
        <p>You declared an interest in this and take no part in it.</p>
      ) : (
        <>
          {vote === null ? null : (
            <p>
              <Tag tone="now">{motion.voted[vote]}</Tag>
            </p>
          )}
          {mayVote ? (
            <form method="post" action={paths.panel.resolution(resolutionId)} noValidate>
              <input type="hidden" name="intent" value="vote" />
              <input type="hidden" name="item" value={itemId} />
              <Radios
                field={{ ...plainField("choice", vote ?? ""), id: `choice-${itemId}` }}
                legend={motion.ask(title)}
                items={panelChoices.map((value) => ({ value, label: motion.choices[value] }))}
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
