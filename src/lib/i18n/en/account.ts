/*
 * Words of a young person's account: name, ways in, devices, and what happened.
 */
export const account = {
	heading: 'My account',
	back: 'Back to my page',
	name: 'Your user name',
	comeIn: 'How you come in',
	waysGo: 'Change how I come in',
	ask: 'We ask you to show once more that it is you.',
	devices: 'Where you are signed in',
	thisOne: 'This one',
	since: 'Since {{since}}, last used {{seen}}. Came in with {{means}}.',
	signOut: 'Sign out: {{device}}',
	signOutOthers: 'Sign out everywhere else',
	signedOut: 'Done. That device is signed out.',
	signedOutOthers: 'Done. You are signed in here only.',
	gone: 'That device was signed out already.',
	happened: 'Everything that happened',
	happenedHow: 'Newest first. Nobody who works with you can read this list.',
	all: 'Show all',
	by: 'by {{name}}',
	look: 'Was that you, or did you ask for it?',
	notYou: 'Was something not you?',
	notYouHow: 'It is not your fault, and you can stop it now:',
	notYouWays: 'Change how I come in',
	notYouOut: 'Sign out everywhere else: the button is above.',
	notYouCard:
		'Or ask the person who runs your reviews (your IRO) or the participation team for a new card. When you use it, every old way in stops.',
	notYouTalk: 'Talk to someone about it',
	sees: 'Who can see what',
	seesLines: {
		you: 'Your user name, how you come in, your devices and the list above: only whoever comes in as you. Nobody who works with you sees them.',
		staff:
			'The people who work with you: that you have a page, and who made your card. They can make you a new card. Whoever uses it comes in as you, so it shows here, and you can stop it.',
		record: 'We also write down that you came in and when, so that we can look into it if someone breaks in. Not how.',
		survey: 'Surveys never know who you are. They do not look at this page at all.',
		leave: 'Your page stays yours when you turn 18, when you leave care, and when you move.'
	},
	device: {
		with: '{{kind}}, with {{browser}}',
		computer: 'a computer',
		android: 'an Android phone or tablet'
	},
	newCard: {
		what: '{{name}} made a new card for you on {{day}}.',
		ask: 'Did you ask for it? If not, stop it. Whoever uses it comes in as you.',
		stop: 'Stop that card',
		stopped: 'Done. That card is stopped: it opens nothing now. Tell someone you trust, or ring Childline: 0800 1111.',
		none: 'There is no card to stop any more. Look at the list below: it says if somebody used it.'
	},
	means: {
		pictures: 'pictures',
		'secret words': 'secret words',
		passkey: 'your phone’s lock',
		card: 'your card'
	},
	ways: {
		heading: 'How you come in',
		lead: 'You can have more than one way. One always stays. When you change something here, you are signed out everywhere else.',
		pictures: 'Four pictures',
		'secret words': 'Secret words',
		passkey: 'My phone’s own lock',
		card: 'My card every time',
		change: 'Change',
		add: 'Add',
		remove: 'Take away',
		on: 'You use this.',
		off: 'Not in use.',
		last: 'This is your only way in, so it stays. Add another one first.',
		done: 'Done. That is how you come in now.',
		removed: 'Done. You don’t come in that way any more.',
		back: 'Back to my account',
		addCard: 'Use my card every time',
		addCardHow:
			'Type the code of the card that you joined with. Whoever has this card, or wrote down its code, can come in as you. If you don’t have it any more, the person who runs your reviews (your IRO) or the participation team can make a new one.',
		addCardNo: 'That is not the card you joined with, or it was stopped. Check it letter by letter.',
		renamed: 'Done. Your user name is {{name}} now.',
		rename: 'Change your user name'
	},
	events: {
		'card made': 'A card was made for you',
		'card read': 'Somebody typed the code of your new card',
		'card stopped': 'Your card was stopped',
		'waiting card stopped': 'A new card was stopped on this page, before anybody used it',
		joined: 'You made this page',
		'came back with a new card': 'Somebody came back with a new card and chose a new way in',
		'signed in with pictures': 'Signed in with pictures',
		'signed in with secret words': 'Signed in with secret words',
		'signed in with passkey': 'Signed in with a phone’s lock',
		'signed in with card': 'Signed in with a card',
		'wrong try': 'Somebody tried to come in, and it was wrong, once or more',
		locked: 'Wrong too many times: the door was locked for an hour',
		'pictures added': 'Pictures were added as a way in',
		'secret words added': 'Secret words were added as a way in',
		'passkey added': 'A phone’s lock was added as a way in',
		'card added': 'Your card was added as a way in',
		'pictures changed': 'Your pictures were changed',
		'secret words changed': 'Your secret words were changed',
		'pictures removed': 'Pictures were taken away as a way in',
		'secret words removed': 'Secret words were taken away as a way in',
		'passkey removed': 'Phone locks were taken away as a way in',
		'card removed': 'Your card was taken away as a way in',
		'user name changed': 'Your user name was changed',
		'how you are told changed': 'If or how we tell you that something is new was changed',
		'device signed out': 'A device was signed out',
		'other devices signed out': 'All other devices were signed out'
	}
} as const;
