import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Standing } from "#db/queries/metrics.ts";
import { createRequestHistogram } from "./request-histogram.ts";

export type TaskOutcome = "finished" | "failed";

/** What is counted while the process works, and what a monitor is told of it. */
export interface Metrics {
  /** One answered request. `seconds` from its arrival to its end. */
  countRequest: (method: string, route: string, status: number, seconds: number) => void;
  countRun: (task: string, outcome: TaskOutcome) => void;
  countPolicyReport: () => void;
  /** How many screens follow a meeting through this process now. */
  setLiveStreams: (open: number) => void;
  /** The whole text in Prometheus's format. `standing` is null where the database did not answer. */
  expose: (standing: Standing | null) => Promise<{ contentType: string; text: string }>;
}

/** A registry of its own. Figures of the process (memory, processor, event loop) only `withProcess`, once a process. */
export function createMetrics({ withProcess }: { withProcess: boolean }): Metrics {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry });
  const requests = createRequestHistogram();
  const runs = new Counter({
    name: "background_runs_total",
    help: "Runs of background work in this process",
    labelNames: ["task", "outcome"],
    registers: [registry],
  });
  const reports = new Counter({
    name: "policy_reports_total",
    help: "Reports of browsers that something broke the Content-Security-Policy",
    registers: [registry],
  });
  const streams = new Gauge({
    name: "live_streams_open",
    help: "Screens that follow a meeting through this process",
    registers: [registry],
  });
  const setStanding = createStandingMetrics(registry);
  return {
    countRequest: requests.add,
    countRun: (task, outcome) => {
      runs.inc({ task, outcome });
    },
    countPolicyReport: () => {
      reports.inc();
    },
    setLiveStreams: (open) => {
      streams.set(open);
    },
    expose: async (standing) => {
      setStanding(standing);
      return { contentType: registry.contentType, text: requests.text() + (await registry.metrics()) };
    },
  };
}

/** Gauges of the database's rows; absent, or no number, where it did not answer. */
function createStandingMetrics(registry: Registry) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const reachable = gauge("database_reachable", "1 where the database answered this request");
  const messages = gauge("mail_messages", "Messages by status; ended ones of the last day", ["status"]);
  const oldest = gauge("mail_oldest_due_seconds", "How long the oldest waiting message has been due");
  const sessions = gauge("sessions_live", "Sessions that have neither ended nor expired");
  const finished = gauge("background_last_finished_seconds", "Time since background work last finished", [
    "task",
  ]);
  const failing = gauge("background_failing", "1 where the last run of background work failed", ["task"]);
  return (standing: Standing | null) => {
    reachable.set(standing === null ? 0 : 1);
    for (const each of [messages, finished, failing]) each.reset();
    // Not known is not none.
    oldest.set(standing?.oldestDueSeconds ?? Number.NaN);
    sessions.set(standing?.sessions ?? Number.NaN);
    if (standing === null) return;
    for (const { status, count } of standing.messages) messages.set({ status }, count);
    for (const { name, finishedSecondsAgo, isFailing } of standing.tasks) {
      failing.set({ task: name }, isFailing ? 1 : 0);
      if (finishedSecondsAgo !== null) finished.set({ task: name }, finishedSecondsAgo);
    }
  };
}
