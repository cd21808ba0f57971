/*
 * A browser in a few coarse words, for "your devices": enough to know one's own, too little to track anybody.
 */

const BROWSERS: readonly [RegExp, string][] = [
	[/Edg(?:e|A|iOS)?\//, 'Edge'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/OPR\//, 'Opera'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari']
];

const SYSTEMS: readonly [RegExp, string][] = [
	[/iPad/, 'an iPad'],
	[/iPhone|iPod/, 'an iPhone'],
	[/Android/, 'an Android device'],
	[/CrOS/, 'a Chromebook'],
	[/Windows/, 'Windows'],
	[/Macintosh|Mac OS/, 'a Mac'],
	[/Linux/, 'Linux']
];

/** "Chrome on Windows"; "a browser" where nothing is known. */
export function deviceOf(userAgent: string | null): string {
	const agent = userAgent ?? '';
	const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1] ?? 'a browser';
	const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
	return system ? `${browser} on ${system}` : browser;
}
