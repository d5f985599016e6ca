/** Our mark: a lamp in a dark street. No crown and no police badge, which are not ours to use. */
export function Roundel() {
  return (
    <svg
      className="sn-roundel"
      viewBox="0 0 34 34"
      width="34"
      height="34"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="17" cy="17" r="17" className="sn-roundel__night" />
      <circle cx="17" cy="17" r="8" className="sn-roundel__lamp" />
    </svg>
  );
}
