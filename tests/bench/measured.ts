/*
 * Figures as ratios: two loads in turn, round by round, so that a drifting machine touches both. Printed, never judged.
 */

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
	const sorted = [...figures].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs both in turn and prints the medians, the ratio pair by pair, and the goal. */
export async function printRatio(
	what: string,
	goal: number,
	rounds: number,
	ours: () => Promise<number>,
	bare: () => Promise<number>
): Promise<void> {
	await ours();
	await bare();
	const pairs: { ours: number; bare: number }[] = [];
	for (let round = 0; round < rounds; round += 1) pairs.push({ bare: await bare(), ours: await ours() });
	const ratios = pairs.map((pair) => pair.ours / pair.bare);
	const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
	console.log(
		`${what}: ${Math.round(median(pairs.map((pair) => pair.ours)))}/s against ${Math.round(median(pairs.map((pair) => pair.bare)))}/s bare, ` +
			`ratio ${median(ratios).toFixed(2)} (${range}; goal ${goal.toFixed(2)})`
	);
}
