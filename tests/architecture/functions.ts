import ts from "typescript";
import { read } from "./tree.ts";

export interface ExportedFunction {
  name: string;
  /** The source of its first statement; empty when it has none. */
  firstStatement: string;
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);

function firstStatementOf(body: ts.ConciseBody | undefined, source: ts.SourceFile): string {
  if (body === undefined) return "";
  return ts.isBlock(body) ? (body.statements[0]?.getText(source) ?? "") : body.getText(source);
}

/** What a module exports by name: functions with how they begin, everything else with no statement. */
export function exportsOf(path: string): ExportedFunction[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: ExportedFunction[] = [];
  for (const statement of source.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      for (const { name } of statement.exportClause.elements)
        found.push({ name: name.getText(source), firstStatement: "" });
    } else if (isExported(statement) && ts.isFunctionDeclaration(statement)) {
      const isDefault = (ts.getModifiers(statement) ?? []).some(
        ({ kind }) => kind === ts.SyntaxKind.DefaultKeyword,
      );
      const name = isDefault ? "default" : (statement.name?.text ?? "");
      found.push({ name, firstStatement: firstStatementOf(statement.body, source) });
    } else if (isExported(statement) && ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const body =
          initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
            ? initializer.body
            : undefined;
        found.push({ name: name.getText(source), firstStatement: firstStatementOf(body, source) });
      }
    } else if (ts.isExportAssignment(statement)) found.push({ name: "default", firstStatement: "" });
  }
  return found;
}
