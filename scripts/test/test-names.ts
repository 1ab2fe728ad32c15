import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOTS = ['apps', 'libs', 'scripts'];
const SPEC = /\.(?:spec|db-spec|e2e-spec)\.tsx?$/;

/** One test as it stands in its source: `%s` and `$path` are not filled in. */
export interface TestName {
  /** path from the top of the repository, with slashes */
  file: string;
  name: string;
}

const specs = (): string[] =>
  ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SPEC.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .filter((path) => !path.includes('node_modules')),
  );

/** `it`, `test`, `it.each(…)`; one that is skipped or still to be written proves nothing. */
function runs(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'it' || callee.text === 'test';
  if (!ts.isCallExpression(callee) && !ts.isTaggedTemplateExpression(callee)) return false;
  const each = ts.isCallExpression(callee) ? callee.expression : callee.tag;
  return ts.isPropertyAccessExpression(each) && each.name.text === 'each' && runs(each.expression);
}

function namesIn(file: string, source: string): TestName[] {
  const found: TestName[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && runs(node.expression)) {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) found.push({ file, name: title.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, file.endsWith('x') ? ts.ScriptKind.TSX : undefined));
  return found;
}

/** Every test of the repository whose name is written out where it stands. Reads the sources; runs nothing. */
export const testNames = (): TestName[] => specs().flatMap((file) => namesIn(file, readFileSync(file, 'utf8')));
