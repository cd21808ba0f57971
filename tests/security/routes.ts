/*
 * Every route: its folder on the disk, and what the built server answers there: a page, form actions by name, an
 * endpoint's methods. What is on the disk but not in the build, or the other way round, is a fault.
 */
import { readdirSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROUTES = 'src/routes';
const BUILT = '.svelte-kit/output/server/manifest-full.js';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'];
const IS_ROUTE = /^\+(?:page\.svelte|page\.server\.ts|page\.ts|server\.ts)$/;

export interface Route {
	/** As an address has it, without groups: /survey/[page]. */
	path: string;
	page: boolean;
	actions: string[];
	methods: string[];
}

interface Built {
	_: {
		nodes: (() => Promise<{ server?: { actions?: Record<string, unknown> } }>)[];
		routes: { id: string; page: { leaf: number } | null; endpoint: (() => Promise<Record<string, unknown>>) | null }[];
	};
}

function idsOnDisk(): string[] {
	const files = readdirSync(ROUTES, { recursive: true, withFileTypes: true });
	const folders = files.filter((entry) => entry.isFile() && IS_ROUTE.test(entry.name)).map((entry) => entry.parentPath);
	return [...new Set(folders)].map((folder) => posix.join('/', relative(ROUTES, folder).replaceAll(sep, '/')));
}

/** All routes, by address. @throws when the build is not of what stands on the disk. */
export async function routesOnDisk(): Promise<Route[]> {
	const { manifest } = (await import(pathToFileURL(resolve(BUILT)).href)) as { manifest: Built };
	const { nodes, routes } = manifest._;
	const [disk, built] = [idsOnDisk().sort(), routes.map(({ id }) => id).sort()];
	if (disk.join() !== built.join()) throw new Error(`on the disk: ${disk.join()}\nbut built: ${built.join()}`);
	const read = routes.map(async ({ id, page, endpoint }): Promise<Route> => {
		const node = page && (await nodes[page.leaf]?.());
		const methods = Object.keys((await endpoint?.()) ?? {}).filter((name) => METHODS.includes(name));
		const segments = id.split('/').filter((segment) => !/^\(.*\)$/.test(segment));
		const actions = Object.keys(node?.server?.actions ?? {});
		return { path: segments.join('/') || '/', page: page !== null, actions, methods };
	});
	return (await Promise.all(read)).sort((one, other) => one.path.localeCompare(other.path));
}
