/*
 * One source file as the architecture rules see it: its imports, the tables its queries name, its length, its heading.
 * Read with the compiler's own parser. What is allowed is decided in rules.ts.
 */
import { posix } from 'node:path';
import ts from 'typescript';

export interface Source {
	/** Relative to the project's root, with forward slashes. */
	path: string;
	text: string;
}

export interface Import {
	/** A path such as src/lib/waves/wave.ts for our own files, otherwise the package's specifier as it stands. */
	to: string;
	typeOnly: boolean;
}

export interface ReadSource extends Source {
	imports: Import[];
	tables: string[];
	lines: number;
	/** Lines of words in the comment that the file starts with; 0 when it starts with none. */
	heading: number;
}

const QUERY = /^(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|using|\w*[jJ]oin)$/;
const RAW = /\b(?:from|into|update|join|table)\s+"?([a-z_]+)"?/gi;

function scriptOf({ path, text }: Source): string {
	if (!path.endsWith('.svelte')) return text;
	return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((found) => found[1]).join('\n');
}

function resolved(from: string, specifier: string): string {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
	if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
	return specifier;
}

/** Words of a literal or an array of literals: 'response', 'response as r', ['wave', 'response']. */
function tablesIn(node: ts.Node | undefined): string[] {
	if (!node) return [];
	if (ts.isStringLiteralLike(node)) return [node.text.split(/\s/)[0] ?? ''];
	return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(tablesIn) : [];
}

function rawTables(node: ts.Node): string[] {
	return [...node.getText().matchAll(RAW)].map((found) => found[1] ?? '');
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(node)) return node.isTypeOnly;
	const clause = node.importClause;
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const named = clause.namedBindings;
	return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly);
}

function headingOf(text: string): number {
	const comment = /^(?:#!.*\n)?\s*(\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?:\/\/.*\n)+)/.exec(text)?.[1] ?? '';
	return comment.split('\n').filter((line) => /\w/.test(line)).length;
}

/** Reads one file. Raw SQL is looked into where it is given to `sql`, `exec` or `prepare`. */
export function readSource(source: Source): ReadSource {
	const imports: Import[] = [];
	const tables: string[] = [];
	const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
		if (specifier && ts.isStringLiteralLike(specifier)) {
			imports.push({ to: resolved(source.path, specifier.text), typeOnly });
		}
	};
	const look = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
		if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText()))
			tables.push(...rawTables(node.template));
		if (ts.isCallExpression(node)) {
			if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
			const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
			if (QUERY.test(name)) tables.push(...tablesIn(node.arguments[0]));
			if (name === 'table') tables.push(...tablesIn(node.arguments[0]));
			if (name === 'exec' || name === 'prepare') tables.push(...node.arguments.flatMap(rawTables));
		}
		ts.forEachChild(node, look);
	};
	look(ts.createSourceFile(source.path, scriptOf(source), ts.ScriptTarget.Latest, true));
	const lines = source.text.replace(/\n$/, '').split('\n').length;
	return { ...source, imports, tables, lines, heading: headingOf(source.text) };
}

/** Which module owns each table: the one whose file of tables has it. Given as module → text of its file. */
export function ownersOf(files: ReadonlyMap<string, string>): Map<string, string> {
	const owners = new Map<string, string>();
	for (const [module, text] of files) {
		for (const [, table] of text.matchAll(/^\t(\w+): \w+Table;$/gm)) if (table) owners.set(table, module);
	}
	return owners;
}
