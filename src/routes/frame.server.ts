/*
 * What frames every page for staff and Committee: who is signed in, and the places open to them. Entry itself is the hook's.
 */
import { actsAs, type SignedIn } from '#lib/auth/actor.ts';
import { mayEnter } from '#lib/auth/areas.ts';
import { mayLookAfterAccounts } from '#lib/auth/colleagues/colleagues.server.ts';
import { mayAnswer } from '#lib/data-rights/answerer.ts';
import { mayHandOver } from '#lib/people/caseload.ts';
import { mayLookForPeople } from '#lib/people/keepers.ts';
import { mayChangeSettings } from '#lib/settings/changes.server.ts';
import { mayViewQuestionnaires } from '#lib/surveys/overview/viewer.ts';
import { mayRunWaves } from '#lib/waves/waves.server.ts';

/** Who hands caseloads over without seeing the young people in them. */
const handsOverUnseen = (actor: SignedIn) => mayHandOver(actor, actor.staffId) && !mayLookForPeople(actor);
/** Who is written to by their office. Whoever covers, or to whom something went up, finds it on their first page. */
const mayBeWrittenTo = (actor: SignedIn) => actsAs(actor, 'safeguarding lead', 'IRO', 'social worker');
const entersCommittee = (actor: SignedIn) => mayEnter('/committee', { actor, youngPerson: null }) === 'welcome';

/** Every place of the staff's side, with a sentence for the first page and who finds it there. */
export const PLACES: readonly { href: string; label: string; about: string; open: (actor: SignedIn) => boolean }[] = [
	{
		href: '/staff/people',
		label: 'People',
		about: 'Find a young person: who works with them, what may be sent, account and card',
		open: mayLookForPeople
	},
	{
		href: '/staff/concerns',
		label: 'Messages from young people',
		about: 'What they sent with “Talk to someone”: read in time, answer, say what was done',
		open: mayBeWrittenTo
	},
	{
		href: '/staff/people/handover',
		label: 'Handover',
		about: 'When somebody leaves: hand their caseload to a colleague, by number',
		open: handsOverUnseen
	},
	{
		href: '/staff/waves',
		label: 'Waves',
		about: 'Ask every child: open a wave, hand out cards, close, release',
		open: mayRunWaves
	},
	{
		href: '/staff/questionnaires',
		label: 'Questionnaires',
		about: 'What children are asked, exactly as they see it',
		open: mayViewQuestionnaires
	},
	{
		href: '/committee',
		label: 'What young people said',
		about: 'The released results, as the Committee reads them',
		open: entersCommittee
	},
	{
		href: '/staff/data-requests',
		label: 'Data requests',
		about: 'Copies, erasing and complaints that young people ask for, with the day they are due',
		open: mayAnswer
	},
	{
		href: '/staff/settings/staff',
		label: 'Staff and roles',
		about: 'Add colleagues, give roles, hand over when somebody leaves',
		open: mayLookAfterAccounts
	},
	{
		href: '/staff/settings',
		label: 'Settings',
		about: 'The council’s name, clocks, helplines and texts',
		open: mayChangeSettings
	}
];

/** The places open to somebody. */
export const placesFor = (actor: SignedIn | null) => PLACES.filter(({ open }) => actor && open(actor));

/** The frame of a page for whoever is signed in. */
export function frameOf(locals: App.Locals, url: URL) {
	const places = placesFor(locals.actor);
	const [current] = places
		.filter(({ href }) => url.pathname === href || url.pathname.startsWith(`${href}/`))
		.sort((one, other) => other.href.length - one.href.length);
	return {
		name: locals.actor?.name ?? '',
		navigation: places.map(({ href, label }) => ({ href, label, current: href === current?.href }))
	};
}
