import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// Kit captures the environment when Vite starts, so a test run must never find a real database or keyring.
if (process.env['VITEST']) {
	process.env['DATABASE_URL'] = 'file::memory:';
	process.env['EARSHOT_KEYRING'] = '';
	process.env['EARSHOT_MASTER_KEY'] = '';
}

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/data/**/*.test.ts'],
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 2
	}
});
