/** The name of a field that people do not see and programs fill in. */
export const trapName = "website";

/** Catches programs that fill in every field: what they send is thrown away, and they are thanked. */
export function TrapField() {
  return (
    <div className="sn-trap" aria-hidden="true">
      <label htmlFor={trapName}>Leave this empty</label>
      <input id={trapName} name={trapName} type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
