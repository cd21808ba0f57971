// Runs a TypeScript file of the project under the Node that the project brings, after installing what is missing.
// Plain JavaScript that an old Node can read: this is the one file that runs before anything is installed.
// Nothing else may live here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const bin = resolve(root, 'node_modules/.bin');
const installed = resolve(root, 'node_modules/.package-lock.json');
const lock = resolve(root, 'package-lock.json');

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
	console.log('Installing what the project needs (about a minute the first time) …');
	const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (npm.status !== 0) process.exit(npm.status ?? 1);
}

const own = resolve(bin, 'node');
const node = existsSync(own) ? own : process.execPath;
const [file, ...rest] = process.argv.slice(2);
const child = spawn(node, [resolve(root, file ?? ''), ...rest], {
	cwd: root,
	stdio: 'inherit',
	env: { ...process.env, PATH: bin + delimiter + (process.env.PATH ?? '') }
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
