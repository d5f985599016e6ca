import type { Settings } from "#app/domain/settings/settings.ts";
import { defaultCycleSettings, type CycleSettings } from "./timetable.ts";

/** How long the stages of a cycle last that is planned under these settings. */
export const cycleSettingsOf = (settings: Settings): CycleSettings => ({
  days: {
    raising: settings.raisingDays,
    research: settings.researchDays,
    shortlisting: settings.shortlistDays,
    voting: settings.votingDays,
    panel: settings.panelDays,
    live: settings.liveDays,
    reviewing: settings.reviewDays,
  },
  mostExtraDays: defaultCycleSettings.mostExtraDays,
});
