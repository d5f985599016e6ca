/** Whether an error of the database, however it is wrapped, says that this constraint was broken. */
export function brokeConstraint(error: unknown, name: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && cause.constraint_name === name) return true;
    if ("constraint" in cause && cause.constraint === name) return true;
  }
  return false;
}
