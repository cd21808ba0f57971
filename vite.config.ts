import { sveltekit } from '@sveltejs/kit/vite';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// Kit captures the environment when Vite starts, so a test run must never find a real database or keyring.
if (process.env['VITEST']) {
	process.env['DATABASE_URL'] = 'file::memory:';
	process.env['EARSHOT_KEYRING'] = '';
	process.env['EARSHOT_MASTER_KEY'] = '';
}

/** No page carries the framework's script, so Kit builds none: ours are bundled one by one, beside what Kit serves. */
const SCRIPTS: Readonly<Record<string, string>> = {
	'passkey.js': 'src/lib/auth/passkeys/script.ts',
	'survey.js': 'src/lib/ui/scripts/survey.ts',
	'own-page.js': 'src/lib/ui/scripts/own-page.ts'
};

async function bundle(name: string, input: string, write: boolean) {
	// One closed function each: what it names stays out of the page's own names.
	const rolldownOptions = { input, output: { entryFileNames: name, format: 'iife' } } as const;
	const folder = { outDir: '.svelte-kit/output/client', emptyOutDir: false, copyPublicDir: false, write };
	return build({ configFile: false, logLevel: 'error', build: { ...folder, modulePreload: false, rolldownOptions } });
}

function ownScripts(): Plugin {
	return {
		name: 'own-scripts',
		async writeBundle() {
			for (const [name, input] of Object.entries(SCRIPTS)) await bundle(name, input, true);
		},
		configureServer(server) {
			server.middlewares.use(async (request, response, next) => {
				const name = request.url?.split('?')[0]?.slice(1) ?? '';
				const input = SCRIPTS[name];
				if (!input) return next();
				const built = await bundle(name, input, false).catch(next);
				if (!built) return;
				const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
				response.setHeader('Content-Type', 'text/javascript').end(chunk && 'code' in chunk ? chunk.code : '');
			});
		}
	};
}

/** The parts of a page of questions: their styles go into one file, because a phone asks for six things at a time at most. */
const YOUNG_PARTS = new RegExp(
	'src/lib/ui/(?:(?:questions|signs|faces)/|survey/(?:Hear|LostConnection|QuestionPage|SurveyShell|Ways)' +
		'|young/(?:ClosingSoon|ToHelp)|comfort/ComfortLink|Young|DomainSign|Mark|Progress|SomeoneElse)'
);

export default defineConfig({
	build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'young', test: YOUNG_PARTS }] } } } },
	plugins: [sveltekit(), ownScripts()],
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/data/**/*.test.ts'],
		globalSetup: 'tests/server/migrated-pglite.ts',
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 2
	}
});
