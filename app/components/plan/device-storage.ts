/** What this browser keeps between visits; null where it is told to keep nothing. */
export function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
