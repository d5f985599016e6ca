/** Stands where a photograph will: nobody's face and nobody's initials. An empty ring is a vacant post. */
export function Silhouette({ isVacant }: { isVacant: boolean }) {
  return (
    <svg
      className="sn-silhouette"
      viewBox="0 0 48 48"
      width="48"
      height="48"
      aria-hidden="true"
      focusable="false"
    >
      {isVacant ? (
        <circle className="ring" cx="24" cy="24" r="22" />
      ) : (
        <>
          <circle className="ground" cx="24" cy="24" r="24" />
          <path
            className="figure"
            d="M24 25a8 8 0 1 0 0-16 8 8 0 0 0 0 16zm-14 15c0-7 6-12 14-12s14 5 14 12a24 24 0 0 1-28 0z"
          />
        </>
      )}
    </svg>
  );
}
