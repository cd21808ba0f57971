// How a part of the server says that it is well: the shape every `…Health` function returns and
// `earshot doctor` shows. No content and no secrets in its words; nothing looks itself up here.

/** One finding about this server: what was looked at, how it is, and what to do in one or two sentences. */
export interface Health {
	/** What was looked at, sentence case, without a full stop: "Last good backup". */
	what: string;
	/** `warning`: somebody should look this week; `wrong`: somebody must act today. */
	state: 'good' | 'warning' | 'wrong';
	/** Full sentences for an administrator: what was found and, unless it is good, what to do. */
	words: string;
}
