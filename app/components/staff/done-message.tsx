/** Says that what was asked has been done; nothing where nothing was. */
export function DoneMessage({ words }: { words: string | null }) {
  return words === null ? null : (
    <p className="sn-staff__done" role="status">
      {words}
    </p>
  );
}
