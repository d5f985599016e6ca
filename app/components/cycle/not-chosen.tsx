/** What was not chosen, and why, one under another. */
export function NotChosen({
  candidates,
}: {
  candidates: readonly { title: string; sentences: readonly string[] }[];
}) {
  return (
    <ul className="sn-priorities">
      {candidates.map(({ title, sentences }) => (
        <li key={title} className="sn-priorities__one">
          <p>
            <strong>{title}</strong>
          </p>
          <p>{sentences.join(" ")}</p>
        </li>
      ))}
    </ul>
  );
}
