import { expect, test } from "vitest";
import { createFinder } from "#app/domain/finder/create-finder.ts";
import { finderFacts } from "#tests/support/listening-server.ts";
import { chosenNeighbourhood } from "../../app/routes/account.details/chosen-neighbourhood.ts";

const finder = createFinder(finderFacts);
const idOf = (slug: string) => finder.bySlug(slug)?.id;

test.each([
  { name: "nothing", postcode: undefined, slug: undefined, suggested: null, id: null },
  { name: "a postcode", postcode: "sk171aa", slug: undefined, suggested: null, id: idOf("westly") },
  { name: "the list", postcode: undefined, slug: "eastly", suggested: null, id: idOf("eastly") },
  {
    name: "the list over a postcode",
    postcode: "SK17 1AA",
    slug: "eastly",
    suggested: null,
    id: idOf("eastly"),
  },
  {
    name: "a postcode over what the list only suggested",
    postcode: "SK17 1AA",
    slug: "eastly",
    suggested: "eastly",
    id: idOf("westly"),
  },
  {
    name: "what the list suggested",
    postcode: undefined,
    slug: "eastly",
    suggested: "eastly",
    id: idOf("eastly"),
  },
  { name: "the list at a border", postcode: "SK17 1AD", slug: "westly", suggested: null, id: idOf("westly") },
])("$name", ({ postcode, slug, suggested, id }) => {
  expect(chosenNeighbourhood(finder, { postcode, slug }, suggested)).toEqual({ ok: true, id });
});

test.each([
  ["SK17 1AD", "slug", /close to a border. Choose/],
  ["SK17 1AF", "slug", /do not know which neighbourhood SK17 1AF is in/],
  ["ZZ99 9ZZ", "slug", /Choose it from the list/],
  ["S1 2HE", "postcode", /another/],
  ["hello", "postcode", /^Enter a full UK postcode/],
])("%s is asked about", (postcode, field, message) => {
  expect(chosenNeighbourhood(finder, { postcode, slug: undefined }, null)).toEqual({
    ok: false,
    field,
    message: expect.stringMatching(message) as unknown,
  });
});

test("a neighbourhood that is none is refused", () => {
  expect(chosenNeighbourhood(finder, { postcode: undefined, slug: "atlantis" }, null)).toMatchObject({
    ok: false,
    field: "slug",
  });
});
