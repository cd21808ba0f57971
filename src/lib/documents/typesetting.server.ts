/*
 * Typst with our own fonts, making PDF/UA-1. Templates get people's words as JSON in `sys.inputs`, never as markup.
 * No template lives here.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const PLAIN = /^[\u0020-\u007e\u00a0-\u017f\u2018\u2019]*$/;
const PROBE = String.raw`
#set document(title: "Probe")
#set text(font: "Lexend", lang: "en", region: "GB")
#json(bytes(sys.inputs.data)).text
`;

let compiler: NodeCompiler | undefined;

function opened(): NodeCompiler {
	if (compiler) return compiler;
	const require = createRequire(import.meta.url);
	const lexend = dirname(require.resolve('@expo-google-fonts/lexend/package.json'));
	const fontPaths = ['400Regular', '600SemiBold'].map((weight) => join(lexend, weight));
	return (compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] }));
}

/** What Typst said about a template or its data that cannot be set. */
function complaints(fault: unknown): string {
	return fault instanceof Error ? fault.message : String(fault);
}

/**
 * Sets a template with its data and gives the PDF/UA-1 file.
 * @throws when the template is wrong or a letter is in no font: templates are ours, and names are probed before.
 */
export function typeset(template: string, data: Record<string, unknown>): Buffer {
	const typst = opened();
	const result = typst.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
	const document = result.result;
	if (!document) {
		const said = result.takeDiagnostics()?.shortDiagnostics ?? [];
		throw new Error(`a document cannot be set: ${JSON.stringify(said).slice(0, 600)}`);
	}
	const pdf = typst.pdf(document, { pdfStandard: 'ua-1' });
	typst.evictCache(0);
	return pdf;
}

/** True when our fonts have every letter of a text; PDF/UA refuses a file with one that they lack. */
export function canBeShown(text: string): boolean {
	if (PLAIN.test(text)) return true;
	try {
		return typeset(PROBE, { text }).length > 0;
	} catch (fault) {
		if (complaints(fault).includes('could not be displayed')) return false;
		throw fault;
	}
}
