import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfiguration } from '#lib/settings/configuration.server.ts';
import { passingFolder } from '../../../../tests/open-wave.ts';
import { notifyServer } from '../../../../tests/server/notify.ts';
import { mailServer } from '../../../../tests/server/smtp.ts';
import { WAYS } from '../choice.ts';
import type { Message } from './channel.ts';
import { channelsFrom, channelsInWords, offeredWays } from './channels.server.ts';
import { filesChannel } from './files.server.ts';
import { notifyChannel } from './notify.server.ts';
import { smtpChannel, withTls } from './smtp.server.ts';

const message = (more: Partial<Message> = {}): Message => ({
	id: 'notice-1',
	way: 'email',
	to: 'sam@mail.example',
	subject: 'A new message',
	body: 'You have a new message.',
	triedBefore: false,
	...more
});
const LINES = 'Sam Lee\n1 High Street\nSO14 7DW';

async function notify() {
	const server = await notifyServer();
	onTestFinished(() => server.close());
	const channel = notifyChannel({ key: server.key, url: server.url, templates: {} }, 'template');
	return { server, channel };
}

async function smtp() {
	const server = await mailServer();
	onTestFinished(() => server.close());
	return { server, channel: smtpChannel({ url: server.url, from: 'Earshot <no-reply@c.example>' }, 'e.example') };
}

it('gives GOV.UK Notify an email, a text and a letter under the notice’s own reference', async () => {
	const { server, channel } = await notify();
	const sent = [
		await channel.send(message()),
		await channel.send(message({ id: 'notice-2', way: 'text', to: '07700900123' })),
		await channel.send(message({ id: 'notice-3', way: 'letter', to: LINES }))
	];
	expect(sent.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
	expect(server.posted).toMatchObject([
		{ reference: 'notice-1', kind: 'email', to: 'sam@mail.example' },
		{ reference: 'notice-2', kind: 'sms', to: '07700900123', personalisation: { body: 'You have a new message.' } },
		{
			reference: 'notice-3',
			kind: 'letter',
			personalisation: { address_line_1: 'Sam Lee', address_line_2: '1 High Street', address_line_3: 'SO14 7DW' }
		}
	]);
	expect(server.lookUps()).toBe(0);
});

it('asks Notify before it tries again, and gives it nothing twice', async () => {
	const { server, channel } = await notify();
	server.next.push('silence');
	expect(await channel.send(message())).toMatchObject({ kind: 'not yet' });
	expect(await channel.send(message({ triedBefore: true }))).toEqual({ kind: 'sent' });
	expect(server.posted).toHaveLength(1);
	expect(await channel.send(message({ id: 'another', triedBefore: true }))).toEqual({ kind: 'sent' });
	expect(server.posted).toHaveLength(2);
	expect(server.lookUps()).toBe(2);
});

it('tells a refusal for good from one for now, and quotes nobody’s address', async () => {
	const { server, channel } = await notify();
	server.next.push(500, 429);
	expect((await channel.send(message())).kind).toBe('not yet');
	expect((await channel.send(message())).kind).toBe('not yet');
	const refused = await channel.send(message({ to: 'nobody' }));
	expect(refused).toEqual({ kind: 'refused', because: 'GOV.UK Notify answered 400 (ValidationError)' });
	const stranger = notifyChannel({ key: server.key.replace(/.{4}$/, '0000'), url: server.url, templates: {} }, 'x');
	expect(await stranger.send(message())).toEqual({
		kind: 'not yet',
		because: 'GOV.UK Notify answered 403 (AuthError)'
	});
	await server.close();
	expect(await channel.send(message())).toEqual({ kind: 'not yet', because: 'GOV.UK Notify did not answer' });
});

it('gives the mail server the same Message-ID at each try', async () => {
	const { server, channel } = await smtp();
	for (const triedBefore of [false, true])
		expect(await channel.send(message({ triedBefore }))).toEqual({ kind: 'sent' });
	expect(server.received.map(({ messageId, to }) => [messageId, to])).toEqual([
		['<notice-1@e.example>', 'sam@mail.example'],
		['<notice-1@e.example>', 'sam@mail.example']
	]);
	expect(server.received[0]?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
	expect(server.received[0]?.raw).toContain('You have a new message.');
});

it('gives up on a mailbox that is not there, and not on one that is full', async () => {
	const { server, channel } = await smtp();
	server.refused.set('gone@mail.example', 550).set('full@mail.example', 452);
	const gone = await channel.send(message({ to: 'gone@mail.example' }));
	expect(gone).toEqual({ kind: 'refused', because: 'the mail server answered 550 to RCPT TO' });
	expect(await channel.send(message({ to: 'full@mail.example' }))).toMatchObject({ kind: 'not yet' });
	await server.close();
	expect(await channel.send(message())).toMatchObject({ kind: 'not yet' });
});

it('sends no address through the open without TLS', () => {
	expect(withTls('smtp://mail.council.example:587')).toContain('requireTLS=true');
	expect(withTls('smtps://mail.council.example')).not.toContain('requireTLS');
	expect(withTls('smtp://localhost:25')).not.toContain('requireTLS');
	expect(withTls('smtp://relay.council.example?requireTLS=false')).not.toContain('requireTLS=true');
});

it('writes a file once, whole, for its owner only', async () => {
	const folder = passingFolder();
	const channel = filesChannel(join(folder, 'notices'), 'e.example');
	for (const way of ['email', 'text', 'letter', 'email'] as const)
		expect(await channel.send(message({ way, to: way === 'letter' ? LINES : 'sam@mail.example' }))).toEqual({
			kind: 'sent'
		});
	const files = readdirSync(join(folder, 'notices')).sort();
	expect(files).toEqual(['notice-1.eml', 'notice-1.letter.txt', 'notice-1.txt']);
	const path = join(folder, 'notices', 'notice-1.eml');
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(readFileSync(path, 'utf8')).toContain('Message-ID: <notice-1@e.example>');
	const nowhere = filesChannel(join(path, 'not a folder'), 'e.example');
	expect(await nowhere.send(message({ id: 'n' }))).toEqual({ kind: 'not yet', because: 'the folder answered ENOTDIR' });
});

const settings = (more: Record<string, string>) => {
	const least = {
		DATABASE_URL: 'file::memory:',
		EARSHOT_KEYRING: 'k',
		EARSHOT_MASTER_KEY: randomBytes(32).toString('base64')
	};
	const read = readConfiguration({ ...least, ...more });
	if (read.kind === 'incomplete') throw new Error(read.faults.join());
	return read.configuration;
};
const SMTP = { EARSHOT_SMTP_URL: 'smtp://sam:secret@mail.council.example', EARSHOT_MAIL_FROM: 'e@c.example' };
const NOTIFY = { EARSHOT_NOTIFY_KEY: 'the-secret-key', EARSHOT_NOTIFY_TEXT: 'template' };

it.each([
	[{}, [], [undefined, undefined, undefined]],
	[{ EARSHOT_DEMONSTRATION: 'yes' }, ['email', 'text', 'letter'], ['files', 'files', 'files']],
	[{ EARSHOT_NOTICES: '/srv/notices' }, ['email', 'text', 'letter'], ['files', 'files', 'files']],
	[SMTP, ['email'], ['SMTP', undefined, undefined]],
	[{ ...SMTP, ...NOTIFY }, ['email', 'text'], ['SMTP', 'GOV.UK Notify', undefined]],
	[{ ...SMTP, ...NOTIFY, EARSHOT_NOTIFY_EMAIL: 'x' }, ['email', 'text'], ['GOV.UK Notify', 'GOV.UK Notify', undefined]]
])('with %j offers %j, carried by %j', (given, offered, names) => {
	const configuration = settings(given);
	expect(offeredWays(configuration)).toEqual(offered);
	const channels = channelsFrom(configuration);
	expect(WAYS.map((way) => channels[way]?.name)).toEqual(names);
	expect(JSON.stringify(channelsInWords(configuration))).not.toContain('secret');
});
