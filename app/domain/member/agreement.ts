import type { MemberKind } from "#app/domain/account/account.ts";

/** Goes up with every change of the words below; each member's acceptance is kept with the version it was given to. */
export const agreementVersion = 1;

const everyone = [
  "What you read here that is not public stays between you and the people you work on it with.",
  "You sign in as yourself and let nobody use your way of signing in.",
  "In an emergency call 999. This service is not watched day and night.",
];
const volunteers = [
  "You are a volunteer. Do not put yourself at risk, and never visit anybody alone for us.",
  "Do not send us information about named people here: call 101, report it online or tell Crimestoppers.",
  "Your neighbourhood team tells you which expenses are paid before you have them.",
  "You can stop at any time.",
];
const agencies = [
  "You share only what is needed for the problem in hand. Personal details stay in your agency’s own systems.",
];

/** What somebody agrees to before they become a member, a sentence a point. */
export const agreementFor = (kind: MemberKind): readonly string[] =>
  kind === "panel-member" || kind === "kin-member"
    ? [...volunteers, ...everyone]
    : [...agencies, ...everyone];
