/*
 * What a job is: work with a name and its times. The list of all is in list.server.ts; who does one, and that nobody else
 * does it meanwhile, in leases.server.ts.
 */

/** `T` is what the work is given: the server's own things, and the instant it counts as now. */
export interface Job<T> {
	/** Unique; it stands in the table `job`, in the log and in `earshot doctor`. */
	name: string;
	/** A cron pattern in London's time, read by croner. */
	pattern: string;
	/** For how long a server that began it has it to itself. */
	leaseMinutes: number;
	/** May be done again after a crash: what it does twice must be the same as once. */
	run(at: T): Promise<unknown>;
}
