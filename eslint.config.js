import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const outerDatabase = {
  // `{ db: tx }` hands the transaction on, which is right: a key is not a use.
  selector:
    'CallExpression[callee.property.name="transaction"] :function Identifier[name="db"]:not(Property > Identifier.key)',
  message: "Inside a transaction use tx: the outer db waits for ever on the embedded database.",
};
// The field itself, as `fields.title` or by a name that says what it is; what its helpers return is an object.
const conformField = ":matches(MemberExpression[object.name=/(^f|F)ields$/], Identifier[name=/(^f|F)ield$/])";
const spreadField = {
  selector: `:matches(JSXSpreadAttribute, ObjectExpression > SpreadElement) > ${conformField}.argument`,
  message: "A field of conform is a proxy: spread, it loses its name. Name what is wanted of it.",
};
const defaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Named exports only; a default is for the files that a framework reads.",
};

export default tseslint.config(
  {
    ignores: ["build/", "node_modules/", ".data/", "coverage/", "test-results/", "db/migrations/", "public/"],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/return-await": ["error", "in-try-catch"],
      // A number, a boolean or an identifier in a message needs no ceremony.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      // A function that has to return a promise may have nothing to wait for.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      // Types of a framework are widened by declaring them again.
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      // Postcodes and codes are ASCII.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // Remix throws responses: `throw data(…)`, `throw redirect(…)`.
      "@typescript-eslint/only-throw-error": "off",
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Only app/env.server.ts reads the environment; take options instead.",
        },
      ],
      "no-restricted-syntax": ["error", outerDatabase, spreadField, defaultExport],
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "jsx-a11y": jsxA11y, "react-hooks": reactHooks },
    rules: { ...jsxA11y.flatConfigs.recommended.rules, ...reactHooks.configs.recommended.rules },
  },
  {
    // The framework reads the default export of these.
    files: ["app/root.tsx", "app/entry.*.tsx", "app/routes/**/route.tsx", "**/*.client.tsx", "*.config.*"],
    rules: { "no-restricted-syntax": ["error", outerDatabase, spreadField] },
  },
  {
    files: ["app/env.server.ts", "app/server/*.js", "app/cli/*.js", "tests/**", "*.config.*"],
    rules: { "no-restricted-properties": "off" },
  },
  {
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        setTimeout: "readonly",
      },
    },
    files: ["**/*.js", "**/*.cjs"],
    // The compiler checks these with the types written in JSDoc, which ESLint does not see.
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  // No type information: the compiler does not read the configuration files of the root.
  { files: ["*.js", "*.cjs", ".*.cjs"], ...tseslint.configs.disableTypeChecked },
  {
    files: ["**/*.cjs"],
    languageOptions: { globals: { module: "writable", require: "readonly", __dirname: "readonly" } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
