/** Words that were typed in several paragraphs, and lists with a dash. */
export const Paragraphs = ({ words }: { words: string }) => (
  <>
    {words
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== "")
      .map((part) => (
        <p key={part} className="sn-practice__paragraph">
          {part.trim()}
        </p>
      ))}
  </>
);
