import { describe, expect, test } from "vitest";
import { problemsOfTaskingWords } from "./refused-words.ts";

describe("another meeting's business is refused, and says where it belongs", () => {
  test.each([
    ["To be discussed at MARAC on Tuesday", "MARAC has its own secure meeting: leave it there"],
    ["Two cases went to the multi-agency risk assessment conference", "MARAC has its own secure meeting"],
    ["mappa level 2 meeting to agree", "MAPPA has its own secure meeting: leave it there"],
    ["Refer to MAPPP", "MAPPA has its own secure meeting"],
    ["Check ViSOR before the visit", "leave it in ViSOR"],
    ["He is on visor", "leave it in ViSOR"],
    ["Three IDVA cases are open in Heanor", "Cases of an IDVA stay with the IDVA"],
    ["The PDP on the estate was visited", "A potentially dangerous person"],
    ["A potentially dangerous person has moved in", "A potentially dangerous person"],
    ["A registered sex offender lives near the school", "MAPPA has its own secure meeting"],
    ["The IOM nominal was recalled", "integrated offender management: leave them there"],
    ["Raised at the child protection conference", "children’s social care"],
    ["Went to the Channel panel", "Channel has its own secure meeting"],
  ])("%s", (words, belongs) => {
    expect(problemsOfTaskingWords(words).join("\n")).toContain(belongs);
  });
});

describe("nobody is named as an offender or a victim", () => {
  test.each([
    "Visit to offender Nowak",
    "The suspect is Bartek Nowak",
    "Victim: Hollis",
    "the victim Bartek has moved",
    "SUSPECT NOWAK was seen",
    "Bartek Nowak (suspect) was seen at the rec",
    "Bartek Nowak is a repeat offender",
    "Domestic abuse case of Bartek Nowak",
    "domestic violence between Nowak and a neighbour",
    "Injunction against Bartek Nowak",
    "Gareth Pell blocks the pavement",
    "Mr Hollis has been warned",
    "Kyle is selling drugs behind the shops",
  ])("%s", (words) => {
    expect(problemsOfTaskingWords(words).join("\n")).toMatch(/secure system|intelligence report/);
  });
});

describe("what identifies a person is refused", () => {
  test.each([
    ["dob 12/05/1987", "the date of birth"],
    ["A silver Golf AB12 CDE races there", "the number plate “AB12 CDE”"],
    ["Crime number 26000412345 refers", "Crime number 26000412345"],
    ["See crime ref 26*123456", "leads to one case"],
    ["26*123456 is the third this month", "26*123456"],
    ["Custody record 30CV/1234/26", "leads to one case"],
    ["PNC ID 12/345678A", "leads to one case"],
    ["Ring 07700 900123", "the telephone number “07700 900123”"],
    ["Write to jo@example.org", "the email address “jo@example.org”"],
    ["The tenant of 14 Mill Lane was warned", "the address “14 Mill Lane”"],
    ["A family lives at 14 Mill Lane", "the address “"],
    ["NI number AB 12 34 56 C", "the National Insurance number"],
  ])("%s", (words, said) => {
    expect(problemsOfTaskingWords(words).join("\n")).toContain(said);
  });
});

describe("what joint tasking is for may stand", () => {
  test.each([
    "Repair the four lights on the rec by Church Street",
    "Ask Victim Support to hold a stall on the market",
    "Victim Support and Witness Care are content",
    "Youth offender team to run two sessions on Friday evenings",
    "Offender Management will send a summary",
    "Integrated offender management is content with the plan",
    "Community payback for the alley off Mill Lane",
    "Victims in Heanor feel heard; offender numbers are down",
    "Suspects were local youths; 14 drivers were stopped on King Street",
    "PC Hollis and Sgt Karen Pell to patrol with the warden",
    "Cllr Hollis asked for a crossing",
    "Domestic abuse campaign with the council in March",
    "Domestic abuse in Amber Valley is up by 4 % on last year",
    "Closure order sought for a drug house on Charlotte Street",
    "The shop at 14 High Street sells vapes after hours",
    "Helmet visor glare, says the bike team",
    "Letters to every household on St John’s Road",
    "Licensing visit to the Red Lion on 14/06/2026",
    "Three prevention visits by 12 May, then review",
    "Crime fell from 34 to 21 in 2025/26",
    "Intelligence request: where do the bikes come from?",
    "Acceptable behaviour contracts for six young people",
    "AV-214 goes on; see item 3",
    "",
  ])("%j", (words) => {
    expect(problemsOfTaskingWords(words)).toEqual([]);
  });
});

test("several things are each said, and each once", () => {
  expect(problemsOfTaskingWords("MARAC, MARAC and 07700 900123")).toEqual([
    "Take out “MARAC”. MARAC has its own secure meeting: leave it there",
    "Take out the telephone number “07700 900123”. Ask for it outside this meeting",
  ]);
});

test("disguised letters do not help", () => {
  expect(problemsOfTaskingWords("МАRАC")).not.toEqual([]);
});
