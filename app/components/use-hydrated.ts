import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and in the first render, true once script is at work: for what only script can do. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
