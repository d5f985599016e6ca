/** Keeps what was found for a while; a failure is not kept, and callers at the same time wait for one answer. */
export function keepFor<Value>(lastsMs: number, now: () => Date, find: () => Promise<Value>) {
  let kept: { value: Promise<Value>; until: number } | null = null;
  const forget = () => {
    kept = null;
  };
  return {
    get: async () => {
      if (kept === null || kept.until <= now().getTime()) {
        kept = { value: find(), until: now().getTime() + lastsMs };
        kept.value.catch(forget);
      }
      return kept.value;
    },
    forget,
  };
}
