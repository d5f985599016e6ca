const address = /(https:\/\/\S+[^\s.,;:)])/;

/** How to join a meeting from elsewhere: an address in it is followed, not copied by hand. */
export const HowToJoin = ({ words }: { words: string }) => (
  <span className="sn-break">
    {words.split(address).map((part, index) =>
      index % 2 === 1 ? (
        <a key={part} className="govuk-link" href={part} rel="noreferrer">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </span>
);
