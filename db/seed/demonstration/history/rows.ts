import type * as schema from "#db/schema/index.ts";

/** The history of one neighbourhood, table by table, ready to be written in this order. */
export interface HistoryRows {
  cycles: (typeof schema.cycles.$inferInsert)[];
  cycleExtensions: (typeof schema.cycleExtensions.$inferInsert)[];
  cycleEvents: (typeof schema.cycleEvents.$inferInsert)[];
  concerns: (typeof schema.concerns.$inferInsert)[];
  concernTexts: (typeof schema.concernTexts.$inferInsert)[];
  concernEvents: (typeof schema.concernEvents.$inferInsert)[];
  diversions: (typeof schema.diversions.$inferInsert)[];
  candidates: (typeof schema.candidates.$inferInsert)[];
  candidateConcerns: (typeof schema.candidateConcerns.$inferInsert)[];
  ballotBatches: (typeof schema.ballotBatches.$inferInsert)[];
  ballots: (typeof schema.ballots.$inferInsert)[];
  tallies: (typeof schema.tallies.$inferInsert)[];
  resolutions: (typeof schema.resolutions.$inferInsert)[];
  resolutionMembers: (typeof schema.resolutionMembers.$inferInsert)[];
  resolutionItems: (typeof schema.resolutionItems.$inferInsert)[];
  priorities: (typeof schema.priorities.$inferInsert)[];
  priorityEvents: (typeof schema.priorityEvents.$inferInsert)[];
  plans: (typeof schema.plans.$inferInsert)[];
  planFields: (typeof schema.planFields.$inferInsert)[];
  planChanges: (typeof schema.planChanges.$inferInsert)[];
  planEvents: (typeof schema.planEvents.$inferInsert)[];
  planInvolvements: (typeof schema.planInvolvements.$inferInsert)[];
  planReviews: (typeof schema.planReviews.$inferInsert)[];
  planActions: (typeof schema.planActions.$inferInsert)[];
  planPartners: (typeof schema.planPartners.$inferInsert)[];
  outcomeReports: (typeof schema.outcomeReports.$inferInsert)[];
  measures: (typeof schema.measures.$inferInsert)[];
  measurePoints: (typeof schema.measurePoints.$inferInsert)[];
  engagementPlans: (typeof schema.engagementPlans.$inferInsert)[];
  engagementActivities: (typeof schema.engagementActivities.$inferInsert)[];
  engagementVersions: (typeof schema.engagementVersions.$inferInsert)[];
  accounts: (typeof schema.accounts.$inferInsert)[];
  residents: (typeof schema.residents.$inferInsert)[];
  residentConnections: (typeof schema.residentConnections.$inferInsert)[];
  feedbackRounds: (typeof schema.feedbackRounds.$inferInsert)[];
  feedbackReplies: (typeof schema.feedbackReplies.$inferInsert)[];
  panelVotes: (typeof schema.panelVotes.$inferInsert)[];
  news: (typeof schema.news.$inferInsert)[];
  threads: (typeof schema.threads.$inferInsert)[];
  threadEntries: (typeof schema.threadEntries.$inferInsert)[];
  meetings: (typeof schema.meetings.$inferInsert)[];
  meetingNeighbourhoods: (typeof schema.meetingNeighbourhoods.$inferInsert)[];
  followings: (typeof schema.followings.$inferInsert)[];
}

export const noRows = (): HistoryRows => ({
  cycles: [],
  cycleExtensions: [],
  cycleEvents: [],
  concerns: [],
  concernTexts: [],
  concernEvents: [],
  diversions: [],
  candidates: [],
  candidateConcerns: [],
  ballotBatches: [],
  ballots: [],
  tallies: [],
  resolutions: [],
  resolutionMembers: [],
  resolutionItems: [],
  priorities: [],
  priorityEvents: [],
  plans: [],
  planFields: [],
  planChanges: [],
  planEvents: [],
  planInvolvements: [],
  planReviews: [],
  planActions: [],
  planPartners: [],
  outcomeReports: [],
  measures: [],
  measurePoints: [],
  engagementPlans: [],
  engagementActivities: [],
  engagementVersions: [],
  accounts: [],
  residents: [],
  residentConnections: [],
  feedbackRounds: [],
  feedbackReplies: [],
  panelVotes: [],
  news: [],
  threads: [],
  threadEntries: [],
  meetings: [],
  meetingNeighbourhoods: [],
  followings: [],
});
