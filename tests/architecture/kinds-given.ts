/*
 * Which words in quotes reach a call of some name, in one source text: in the call itself, in the variables it is given,
 * and through functions of the same text that hand their own `what` on to it. It reads the syntax and runs nothing.
 */
import ts from 'typescript';

type Callable = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

function descend(node: ts.Node, visit: (node: ts.Node) => void): void {
	visit(node);
	ts.forEachChild(node, (child) => descend(child, visit));
}

const namesIn = (name: ts.BindingName): string[] =>
	ts.isIdentifier(name)
		? [name.text]
		: name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));

/** The `what` of `{ what: x }` and of `a.what`: it names nothing of this text. */
const isLabel = ({ parent, ...node }: ts.Identifier): boolean =>
	(ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)) && parent.name.pos === node.pos;

/** The strings that reach a call whose name fits. */
export function kindsGivenTo(text: string, calls: RegExp): Set<string> {
	const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
	const values = new Map<string, ts.Expression[]>();
	const functions = new Map<string, Callable>();
	const called: { name: string; call: ts.CallExpression }[] = [];
	descend(source, (node) => {
		if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
		if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
			called.push({ name: node.expression.text, call: node });
		if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return;
		const { text: name } = node.name;
		if (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer))
			functions.set(name, node.initializer);
		else values.set(name, [...(values.get(name) ?? []), node.initializer]);
	});

	/** The words in quotes and the names in some arguments, with those of the variables that are named. */
	const reached = (args: Iterable<ts.Node>) => {
		const [words, names] = [new Set<string>(), new Set<string>()];
		const look = (node: ts.Node) => {
			if (ts.isStringLiteralLike(node)) words.add(node.text);
			if (!ts.isIdentifier(node) || isLabel(node) || names.has(node.text)) return;
			names.add(node.text);
			for (const value of values.get(node.text) ?? []) descend(value, look);
		};
		for (const arg of args) descend(arg, look);
		return { words, names };
	};

	/** Whether a function hands its own `what`, or a whole event, on to such a call. */
	const handsOn = (callable: Callable, isSuch: (name: string) => boolean): boolean => {
		const own = callable.parameters.flatMap(({ name }) => namesIn(name));
		const carried = own.filter((name) => /^(what|event|kind)$/.test(name));
		return called.some(
			({ name, call }) =>
				isSuch(name) &&
				call.pos >= callable.pos &&
				call.end <= callable.end &&
				carried.some((one) => reached(call.arguments).names.has(one))
		);
	};

	const handing = new Set<string>();
	const isSuch = (name: string) => calls.test(name) || handing.has(name);
	for (let size = -1; size !== handing.size;) {
		size = handing.size;
		for (const [name, callable] of functions) if (handsOn(callable, isSuch)) handing.add(name);
	}
	return new Set(called.flatMap(({ name, call }) => (isSuch(name) ? [...reached(call.arguments).words] : [])));
}
