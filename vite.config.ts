import { sveltekit } from '@sveltejs/kit/vite';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// Kit captures the environment when Vite starts, so a test run must never find a real database or keyring.
if (process.env['VITEST']) {
	process.env['DATABASE_URL'] = 'file::memory:';
	process.env['EARSHOT_KEYRING'] = '';
	process.env['EARSHOT_MASTER_KEY'] = '';
}

const PASSKEY_SCRIPT = 'src/lib/auth/passkeys/script.ts';

/** No page carries the framework's script, so Kit builds none: the one for passkeys is bundled beside what Kit serves. */
function passkeyScript(): Plugin {
	return {
		name: 'passkey-script',
		async writeBundle() {
			const output = { entryFileNames: 'passkey.js' };
			const folder = { outDir: '.svelte-kit/output/client', emptyOutDir: false, copyPublicDir: false };
			const bundling = { ...folder, modulePreload: false, rolldownOptions: { input: PASSKEY_SCRIPT, output } } as const;
			await build({ configFile: false, logLevel: 'error', build: bundling });
		},
		configureServer(server) {
			server.middlewares.use((request, _response, next) => {
				if (request.url === '/passkey.js') request.url = `/${PASSKEY_SCRIPT}`;
				next();
			});
		}
	};
}

export default defineConfig({
	plugins: [sveltekit(), passkeyScript()],
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/data/**/*.test.ts'],
		globalSetup: 'tests/server/migrated-pglite.ts',
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 2
	}
});
