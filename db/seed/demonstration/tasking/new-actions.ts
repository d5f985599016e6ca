import type { Day } from "#app/domain/team/day.ts";
import { isTaskingActionOpen } from "#app/domain/tasking/action.ts";
import { pick } from "../history/telling.ts";
import { districts } from "../places/all.ts";
import { bcus, sections } from "../structure.ts";
import { problems } from "../problems/all.ts";
import type { Fate } from "./coming.ts";
import { giveAction, type Wanted } from "./give.ts";
import { tasksOn } from "./menu.ts";
import { wideTasks } from "./menu-wide.ts";
import type { Minutes } from "./minutes.ts";
import { keyOf, unasked, type Discussed } from "./select.ts";
import type { GroupMemory } from "./group-memory.ts";
import type { GroupTelling, WorkedPriority } from "./telling.ts";
import type { ToldAction } from "./told-action.ts";

// How often something is asked for on a priority that is talked about, and how often a second thing.
const givenShare = 0.75;
const secondShare = 0.3;
const themeShare = 0.7;
const wideActions = 2;

// What visitors find open, one after the other.
const openFates: readonly Fate[] = ["under-way", "waits", "accepted", "under-way", "waits"];

interface OnPriorities {
  discussed: readonly Discussed[];
  minutes: Minutes;
  itemOfPriority: ReadonlyMap<string, string>;
  isLast: boolean;
}

/** What a meeting asks for on the priorities it talks about. */
export function giveOnPriorities(
  telling: GroupTelling,
  memory: GroupMemory,
  { discussed, minutes, itemOfPriority, isLast }: OnPriorities,
): ToldAction[] {
  const { random } = telling;
  const given: ToldAction[] = [];
  const give = (priority: WorkedPriority, wanted: Pick<Wanted, "asked" | "until" | "fate">) => {
    const action = giveAction(telling, minutes.soon(), {
      ...wanted,
      priority,
      fill: (words) => words.replaceAll("{place}", priority.place),
    });
    writeDown(minutes, action, itemOfPriority.get(priority.id) ?? null);
    memory.asked.add(keyOf(priority.id, wanted.asked));
    memory.begun.add(priority.id);
    given.push(action);
  };
  for (const { priority, window } of discussed) {
    if (window === null) continue;
    const isOpenNow = window.until === null;
    // Work that goes on has something open, or the plan would have gone to its assessment.
    const needsOpen =
      isLast &&
      isOpenNow &&
      !memory.carried.some((one) => one.priority?.id === priority.id && staysOpen(telling, one));
    if (!needsOpen && random.next() > givenShare) continue;
    const asked =
      unasked(random, priority, memory.asked) ?? (needsOpen ? tasksOn(priority.category)[0] : undefined);
    if (asked === undefined) continue;
    const fate = needsOpen ? (openFates[given.length % openFates.length] ?? "waits") : "as-it-comes";
    give(priority, { asked, until: window.until, fate });
    const second = random.next() < secondShare || needsOpen ? unasked(random, priority, memory.asked) : null;
    if (second !== null)
      give(priority, { asked: second, until: window.until, fate: needsOpen ? "done-soon" : "as-it-comes" });
  }
  return given;
}

const staysOpen = ({ now }: GroupTelling, { state, coming }: ToldAction): boolean =>
  isTaskingActionOpen(state) && !coming.some(({ at, to }) => at <= now && !isTaskingActionOpen(to));

interface OnThemes {
  minutes: Minutes;
  itemId: string;
  day: Day;
  isLast: boolean;
}

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** What a meeting asks for besides the priorities. The last time it is declined, so that somebody has to say what follows. */
export function giveOnThemes(
  telling: GroupTelling,
  memory: GroupMemory,
  { minutes, itemId, day, isLast }: OnThemes,
): ToldAction[] {
  const { random, group } = telling;
  const wanted: Wanted[] = [];
  const add = (asked: Wanted["asked"], subject: string, fill: Wanted["fill"]) => {
    if (memory.asked.has(keyOf(subject, asked))) return;
    memory.asked.add(keyOf(subject, asked));
    wanted.push({
      asked,
      priority: null,
      fill,
      until: null,
      fate: !isLast ? "as-it-comes" : wanted.length === 0 ? "declined" : "waits",
    });
  };
  if (group.level === "local") {
    const place = pick(random, placesOf(group.partnershipCode));
    if (random.next() < themeShare || isLast)
      add(pick(random, tasksOn(pick(random, problems).category)), place, (words) =>
        words.replaceAll("{place}", place),
      );
  } else
    for (let count = 0; count < wideActions; count += 1) {
      const section = pick(
        random,
        sections.filter(({ bcuCode }) => group.bcuCode === null || bcuCode === group.bcuCode),
      );
      const bcu = pick(random, bcus).name;
      const month = monthFormat.format(new Date(`${day}T12:00:00Z`));
      add(pick(random, wideTasks(group.level)), `${section.code} ${bcu} ${month}`, (words) =>
        words.replaceAll("{section}", section.name).replaceAll("{bcu}", bcu).replaceAll("{month}", month),
      );
    }
  return wanted.map((one) => {
    const action = giveAction(telling, minutes.soon(), one);
    writeDown(minutes, action, itemId);
    return action;
  });
}

const writeDown = (minutes: Minutes, { id, task }: ToldAction, itemId: string | null) =>
  minutes.write({ kind: "action", itemId, words: task, actionId: id });

const placesOf = (partnershipCode: string | null): string[] =>
  districts
    .filter(({ code }) => code === partnershipCode)
    .flatMap(({ neighbourhoods }) => neighbourhoods.map(({ name }) => name));
