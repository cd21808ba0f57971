/*
 * Notices: what they say, never what they are about, and the page where a young person chooses if and how to be told. The
 * words for staff are here too, so that whatever is sent can be read in one place.
 */
export const notices = {
	somewhere: 'the address you know.',
	young: {
		'new message': {
			subject: 'A new message',
			text: 'You have a new message in Earshot. Sign in to read it: {{address}} You can turn these off in My account.'
		},
		'trying it out': {
			subject: 'You tried this out',
			text: 'This is how Earshot tells you that something new is there: {{address}} You can turn these off in My account.'
		}
	},
	staff: {
		'concern waiting': {
			subject: 'Earshot: a message waits to be seen',
			text: 'A message waits for you in Earshot. Its clock is running. Sign in to read it: {{address}}'
		},
		'concern escalated': {
			subject: 'Earshot: a message waits too long',
			text: 'A message in Earshot was not seen or not answered in time, so it comes to you. Please sign in and look now: {{address}}'
		},
		'concern written to': {
			subject: 'Earshot: a new message in a conversation',
			text: 'There is a new message in a conversation of yours in Earshot. Sign in to read it: {{address}}'
		},
		'safeguarding lead added': {
			subject: 'Earshot: a new safeguarding lead',
			text: 'A new safeguarding lead in Earshot can read what young people send. If you did not expect it, sign in and see who: {{address}}'
		},
		'data request waiting': {
			subject: 'Earshot: a request about personal data',
			text: 'Somebody asked about their data. The law sets a time for the answer. Sign in to see it: {{address}}'
		},
		'data request overdue': {
			subject: 'Earshot: a request about personal data is overdue',
			text: 'A request about personal data was not answered in the time the law sets. Sign in to see it: {{address}}'
		},
		'record damaged': {
			subject: 'Earshot: the record does not check',
			text: 'The record of who did what has been changed, or cannot be checked. Sign in to see where: {{address}}'
		},
		'backup failed': {
			subject: 'Earshot: the backup failed',
			text: 'The last backup failed. Run “earshot doctor” on the server. Earshot is at {{address}}'
		},
		'trying it out': {
			subject: 'Earshot: a test message',
			text: 'This is the test message that you asked for. Notices of Earshot reach you. {{address}}'
		}
	},
	choose: {
		heading: 'Tell me when something is new',
		back: 'Back to my account',
		lead: 'Nothing is sent to you unless you say so here. You can change it, or stop it, whenever you like.',
		says: 'All it ever says',
		saysHow: 'Never your name, never who wrote, never what it is about.',
		sees: 'Who could see it',
		how: 'How shall we tell you?',
		none: 'Don’t send me anything',
		noneHow: 'You find what is new when you sign in.',
		email: 'By email',
		emailHow: 'Anyone who can open your email might see it.',
		emailField: 'Your email address',
		text: 'By text',
		textHow: 'Somebody else might see it on your phone. It never says what it is about.',
		textField: 'Your mobile number',
		textHint: 'Like 07700 900123',
		letter: 'By letter',
		letterHow: 'It takes a few days. Someone you live with might open it.',
		letterField: 'Your name and address',
		letterHint: 'One line each: your name, the street, the town, and the postcode last.',
		kept: 'Leave this empty to keep {{address}}. We show the end only, in case somebody else looks.',
		onlyYou: 'We lock it away and use it for this only. Nobody who works with you sees it.',
		noWays: 'Your council can’t send messages from here yet. You find what is new when you sign in.',
		nothing:
			'At the moment nothing is sent to you, whatever you choose here. What is in your page stays yours to read.',
		optedOut:
			'You asked that nothing be sent to you, so nothing is. If you want that to change, tell the participation team or the person who runs your reviews (your IRO).',
		quiet: 'Quiet time',
		quietHow:
			'We send nothing in this time. What comes up then is sent afterwards. For letters it makes no difference.',
		quietFrom: 'Quiet from',
		quietTo: 'Quiet until',
		midnight: 'midnight',
		midday: 'midday',
		morning: '{{hour}} in the morning',
		afternoon: '{{hour}} in the afternoon',
		evening: '{{hour}} in the evening',
		night: '{{hour}} at night',
		same: 'The same time twice means no quiet time.',
		save: 'Save',
		who: 'Only you see this page. We write down that you changed it, not what you chose.',
		saved: 'Saved. That is how we tell you from now on.',
		savedNone: 'Done. We send you nothing.',
		now: 'How it is now',
		nowNone: 'We send you nothing.',
		nowemail: 'By email to {{address}}',
		nowtext: 'By text to {{address}}',
		nowletter: 'By letter. The postcode ends in {{address}}',
		nowCannot: 'We can’t send you anything that way at the moment. You find what is new when you sign in.',
		nowQuiet: 'Not between {{from}} and {{to}}.',
		try: 'Try it',
		tryHow: 'We send one to you, so that you see what it looks like.',
		tried: 'It is on its way. That can take a few minutes. A letter takes some days.',
		triedEnough: 'We sent you three to try already. You can try again tomorrow.',
		triedNone: 'Choose how first, and save it. Then you can try it.',
		stop: 'Stop all of these',
		stopHow: 'We forget the address or number too.',
		wrong: {
			way: 'Choose one of these, then save again.',
			email: 'That doesn’t look like an email address. Check it letter by letter. Nothing was changed.',
			text: 'That doesn’t look like a mobile number. It begins with 07 and has 11 digits, or with + for another country. Nothing was changed.',
			letter: 'Write your name, the street, the town and the postcode, one line each. Nothing was changed.',
			hours: 'Choose both hours from the lists. Nothing was changed.'
		},
		link: 'When something is new',
		go: 'Choose if and how we tell you',
		linkHow: 'By email, text or letter, or not at all. You decide.'
	}
} as const;
