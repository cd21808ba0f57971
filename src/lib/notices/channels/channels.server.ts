/*
 * Which channel carries what, by the configuration: GOV.UK Notify where the council has a template for it, then its mail
 * server. Files only where somebody wants them: a setting that was lost must not put addresses into a folder as "sent".
 */
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { WAYS, type Way } from '../choice.ts';
import type { Channels } from './channel.ts';
import { filesChannel } from './files.server.ts';
import { notifyChannel } from './notify.server.ts';
import { smtpChannel } from './smtp.server.ts';

type Configured = Pick<Configuration, 'channels' | 'origin'>;

/** The host of this Earshot, for the id of an email. */
const hostOf = (origin: string | undefined): string => (origin ? new URL(origin).hostname : 'localhost');

/** Every channel there is; none where nothing is set up, and then notices wait. */
export function channelsFrom({ channels: { folder, filesAreTaken, smtp, notify }, origin }: Configured): Channels {
	const host = hostOf(origin);
	const templates = notify?.templates ?? {};
	const channels: Channels = {};
	for (const way of WAYS) {
		const template = templates[way];
		if (notify && template) channels[way] = notifyChannel(notify, template);
		else if (smtp && way === 'email') channels[way] = smtpChannel(smtp, host);
		else if (!notify && !smtp && filesAreTaken) channels[way] = filesChannel(folder, host);
	}
	return channels;
}

/** What can be sent, and so what a young person may be offered. Without email, no member of staff is told of anything. */
export function offeredWays(configuration: Configured): Way[] {
	const channels = channelsFrom(configuration);
	return WAYS.filter((way) => channels[way]);
}

/** How each way goes out, in words for administrators and without secrets. */
export function channelsInWords({ channels, origin }: Configured): { way: Way; words: string }[] {
	const carried = channelsFrom({ channels, origin });
	const { smtp, notify, folder } = channels;
	return WAYS.map((way) => {
		const name = carried[way]?.name;
		if (name === 'GOV.UK Notify') return { way, words: `GOV.UK Notify${notify?.url ? ` at ${notify.url}` : ''}` };
		if (name === 'SMTP') return { way, words: `the mail server ${smtp ? new URL(smtp.url).host : ''}` };
		if (name === 'files') return { way, words: `files in the folder ${folder}` };
		const staff = way === 'email' ? 'no member of staff is told of anything, and ' : '';
		return { way, words: `not set up: ${staff}no young person is offered it` };
	});
}
