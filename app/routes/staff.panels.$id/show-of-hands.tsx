import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { motionInWords, panelChoices } from "#app/domain/panel/motion.ts";
import type { ResolutionKind } from "#app/domain/panel/resolution-kinds.ts";
import { motionWords } from "#app/domain/panel/resolution-words.ts";
import { paths } from "#app/paths.ts";
import type { MeetingView } from "#app/services/panel/view-meeting.server.ts";

interface ShowOfHandsProps {
  resolutionId: string;
  kind: ResolutionKind;
  members: MeetingView["members"];
  items: MeetingView["items"];
}

type Item = MeetingView["items"][number];

const choicesOf = (kind: ResolutionKind) => [
  {
    label: "",
    items: panelChoices.map((value) => ({ value, words: motionWords[kind].choices[value] })),
  },
];

/** Each motion with its count, and the interests and hands to be recorded. */
export function ShowOfHands({ resolutionId, kind, members, items }: ShowOfHandsProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Interests and votes</h2>
      <p>
        Members may declare an interest and vote on their own page too. Police and partners do not vote. How
        anybody voted is not shown.
      </p>
      {items.map((item) => (
        <section key={item.itemId} className="sn-panel__item">
          <h3 className="govuk-heading-s">{item.title}</h3>
          <p>
            {motionInWords(item.motion)}. {interested(item)}
          </p>
          <Details summary={`Record hands for “${item.title}”`}>
            <Hands resolutionId={resolutionId} kind={kind} members={members} item={item} />
          </Details>
          <Details summary={`Record an interest in “${item.title}”`}>
            <Interest resolutionId={resolutionId} members={members} item={item} />
          </Details>
        </section>
      ))}
    </section>
  );
}

const interested = ({ interestedIds: { length } }: Item) =>
  length === 0 ? "No interests declared." : `${length} declared an interest and take no part.`;

interface ItemFormProps {
  resolutionId: string;
  kind: ResolutionKind;
  members: MeetingView["members"];
  item: Item;
}

function Hands({ resolutionId, kind, members, item: { itemId, interestedIds, votedIds } }: ItemFormProps) {
  const voters = members.filter(({ id, isPresent }) => isPresent && !interestedIds.includes(id));
  if (voters.length === 0) return <p>Record who was there first.</p>;
  return (
    <form method="post" action={paths.staff.panel(resolutionId)} noValidate>
      <input type="hidden" name="intent" value="votes" />
      <input type="hidden" name="item" value={itemId} />
      {voters.map(({ id, name }) => (
        <Select
          key={id}
          field={{ ...plainField(`vote-${id}`), id: `vote-${itemId}-${id}` }}
          label={accountName(name)}
          nothing={votedIds.includes(id) ? "Has voted: leave as it is" : "Has not voted"}
          groups={choicesOf(kind)}
        />
      ))}
      <Button look="secondary">Record these hands</Button>
    </form>
  );
}

function Interest({ resolutionId, members, item: { itemId, interestedIds } }: Omit<ItemFormProps, "kind">) {
  const others = members.filter(({ id }) => !interestedIds.includes(id));
  return (
    <form method="post" action={paths.staff.panel(resolutionId)} noValidate>
      <input type="hidden" name="intent" value="interest" />
      <input type="hidden" name="item" value={itemId} />
      <Select
        field={{ ...plainField("member"), id: `interest-${itemId}` }}
        label="Whose interest is it?"
        hint="They take no part in this item. Nobody is asked what the interest is"
        nothing="Choose one"
        groups={[
          { label: "", items: others.map(({ id, name }) => ({ value: id, words: accountName(name) })) },
        ]}
      />
      <Button look="secondary">Record the interest</Button>
    </form>
  );
}
