/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ status: string, fullName: string }} TestResult
 * @typedef {{ status: string, assertionResults: TestResult[] }} FileResult
 * @typedef {{ testResults: FileResult[] }} Report the part of vitest's JSON report that is counted
 */

/**
 * Counts the runner's JSON report. A file that could not be read counts as a failure of its own, and a run that
 * ended badly without a failing test (a crash, an unhandled error, no test at all) as one.
 * @param {Report | null} report null when the runner left none
 * @param {number} exitCode the runner's
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    let failedHere = 0;
    for (const { status } of file.assertionResults) {
      if (status === "passed") tally.passed += 1;
      else if (status === "failed") failedHere += 1;
      else tally.skipped += 1;
    }
    tally.failed += failedHere === 0 && file.status === "failed" ? 1 : failedHere;
  }
  const ranNothing = tally.passed + tally.failed === 0;
  if (tally.failed === 0 && (exitCode !== 0 || ranNothing)) tally.failed = 1;
  return tally;
}

/** @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * The skipped tests, named.
 * @param {Report | null} report
 * @returns {string[]}
 */
export function skippedTests(report) {
  return (report?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ fullName }) => fullName),
  );
}
