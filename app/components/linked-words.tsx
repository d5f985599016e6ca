// What stands at its end is of the sentence, as this full stop: https://calls.example/12.
const address = /(https:\/\/[^\s<>"”]*[^\s<>"”.,;:!?)])/;

/** Words in which an address can be followed with one tap, such as that of a call. */
export const LinkedWords = ({ words }: { words: string }) => (
  <>
    {words.split(address).map((part, place) =>
      place % 2 === 0 ? (
        part
      ) : (
        <a key={place} className="govuk-link" href={part} rel="noreferrer">
          {part}
        </a>
      ),
    )}
  </>
);
