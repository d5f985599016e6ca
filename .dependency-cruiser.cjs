const { readdirSync } = require("node:fs");
const { join } = require("node:path");

/** The rooms and the one-way rule of docs/adr/0002: an import may point only to the right. */
const room = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/** @param {string} text */
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
// A rule for each route, because its folder's name ($slug, [.]) is no regular expression.
const islands = readdirSync(join(__dirname, "app/routes")).map((folder) => {
  const inside = `^app/routes/${literally(folder)}/`;
  return room(
    "routes-are-islands",
    { path: inside },
    { path: "^app/routes/", pathNot: inside },
    "Share through app/components.",
  );
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    // A type is gone at run time, and may come from the file that uses it.
    room(
      "no-circular",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
      "Two files that need each other are one idea: merge or split them.",
    ),
    room(
      "geo-is-pure",
      { path: "^geo/", pathNot: "\\.test\\.ts$" },
      { path: "^(app|db|tests)/" },
      "geo/ knows nothing but geography.",
    ),
    room(
      "geo-has-no-io",
      { path: "^geo/", pathNot: "\\.test\\.ts$" },
      { dependencyTypes: ["core"] },
      "geo/ does no input or output.",
    ),
    room(
      "domain-is-pure",
      { path: "^app/domain/", pathNot: "\\.test\\.ts$" },
      { path: "^(db|tests|app/(?!domain/))" },
      "The rules of the field need no database, page or process.",
    ),
    room(
      "domain-has-no-io",
      { path: "^app/domain/", pathNot: "\\.test\\.ts$" },
      { dependencyTypes: ["core"] },
      "Domain functions take what they need, the clock too.",
    ),
    room(
      "db-sees-words-only",
      { path: "^db/" },
      { path: "^(tests|app/(?!domain/|paths\\.ts$))" },
      "db/ may use the words of app/domain and geo/, and the addresses; nothing else of the application.",
    ),
    room(
      "services-know-no-http",
      { path: "^app/services/" },
      {
        path: "^(tests/|app/(routes|components|server|cli|root|entry)|node_modules/(react|express|@remix-run)/)",
      },
      "A service is called by a page, the command line or a test alike.",
    ),
    room(
      "components-fetch-nothing",
      { path: "^app/components/" },
      { path: "^(db/|tests/|app/(routes|services|server|cli))|\\.server\\.ts$" },
      "Components render what they are given.",
    ),
    ...islands,
    room(
      "routes-know-no-process",
      { path: "^app/routes/" },
      { path: "^(tests/|app/(server|cli)/)" },
      "Routes get what they need from the load context.",
    ),
    room(
      "process-stays-out-of-routes",
      { path: "^app/(server|cli)/" },
      { path: "^app/routes/" },
      "The process never reaches inside a page.",
    ),
    room(
      "nothing-imports-tests",
      { pathNot: "^tests/|\\.test\\.tsx?$" },
      { path: "^tests/" },
      "Tests are nobody's library.",
    ),
    room(
      "leaflet-in-one-place",
      { pathNot: "\\.client\\.tsx$" },
      { path: "node_modules/(leaflet|react-leaflet)/" },
      "Leaflet touches window on import.",
    ),
    room("not-to-unresolvable", {}, { couldNotResolve: true }, "The import leads nowhere."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
