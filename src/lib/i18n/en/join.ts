/*
 * Words of the joining card, of joining with it, and of choosing how to come in. For young people.
 */
export const join = {
	heading: 'Hello, and welcome',
	lead: 'With your card you make a page of your own. It takes about three minutes. You have half an hour for each step.',
	where: 'Step {{step}} of 3',
	name: {
		heading: 'What is your user name?',
		lead: 'You type it when you come in. Better not your real name, so that nobody can guess it.',
		who: 'Your user name is shown only on your own page, once you are in. Nobody who works with you sees it.',
		label: 'My user name',
		hint: '3 to 30 letters, numbers and spaces.',
		ideas: 'Or take one of these',
		go: 'Take this name',
		'too short': 'That is a bit short. Please use 3 letters or numbers, or more.',
		'too long': 'That is too long. Please use 30 letters and numbers, or fewer.',
		signs: 'Please use letters, numbers and spaces only.',
		taken: 'Somebody has that name already. Try another, or take one of these.',
		wait_one:
			'You tried a lot of names, so this rests for a bit. You can try again in one minute, at {{clock}}. Nothing was changed.',
		wait_other:
			'You tried a lot of names, so this rests for a bit. You can try again in {{count}} minutes, at {{clock}}. Nothing was changed.'
	},
	way: {
		heading: 'How do you want to come in, {{name}}?',
		back: 'How do you want to come in from now on?',
		backLead:
			'Welcome back. This card is for somebody who has a page already. When you have chosen, your old ways stop working, and you are signed out everywhere else. Everything on your page is still there.',
		pictures: 'Four pictures',
		picturesHow: 'You tap four pictures in your own order. Easy, and hard to guess.',
		words: 'Secret words',
		wordsHow: 'A few words that only you know, like a small sentence.',
		passkey: 'My phone’s own lock',
		passkeyHow: 'Your finger, face or PIN, on your own phone, tablet or computer.',
		card: 'My card every time',
		cardHow: 'Nothing to remember. But whoever has this card, or wrote down its code, can come in as you.',
		later: 'You can change this later, as often as you like.'
	},
	who: 'Only you know this. Nobody who works here can choose it, see it or use it; they only see that you have a page.',
	whoNext:
		'Only you know what you choose. Nobody who works here can choose it or see it; they only see that you have a page.',
	pictures: {
		heading: 'Pick four pictures',
		how: 'In any order you like. Remember the order too.',
		again: 'And once more',
		againHow: 'Tap the same four, in the same order, so that you remember them.',
		'all the same': 'Four times the same is easy to guess. Please pick at least two different pictures.',
		'not the same again': 'Those were not the same four. That happens. Pick four again.'
	},
	words: {
		heading: 'Choose your secret words',
		how: 'Three words or more that nobody would guess, like “my purple socks sing”. Make up your own.',
		label: 'My secret words',
		look: 'You can see what you type. Make sure nobody looks over your shoulder.',
		go: 'Keep these words',
		short: 'That is a bit short. Please use three words or more, or one of 12 letters.',
		long: 'That is too long. Please use 120 letters or fewer.',
		common: 'Lots of people would try that one. Please make up your own.',
		'the name': 'Those are your user name. Please take other words.'
	},
	passkey: {
		heading: 'Use my phone’s own lock',
		how: 'Only on a phone, tablet or computer that is yours. Not one that you share. Your finger, face or PIN stays on it; we never see it.',
		listed: 'Your phone will list it as Earshot, with your user name.',
		listedUnnamed: 'Your phone will list it as Earshot, with the words “My page”.',
		unnamed: 'My page',
		go: 'Use this device’s lock',
		problem: 'Your device said no, or it took too long. Nothing is lost. Try again, or choose another way.'
	},
	card: {
		heading: 'My card every time',
		how: 'Keep your card somewhere safe, like a key. If you lose it, tell the person who gave it to you: they stop it, and you get a new one.',
		go: 'Keep my card as my key'
	},
	cardWho:
		'Whoever has this card, or wrote down its code, can come in as you. Did somebody keep your card for a while? Then another way is safer. Nobody who works here can see how you come in; they only see that you have a page.',
	joined: 'I have a page already',
	other: 'Choose another way',
	printed: {
		hello: 'Hello {{name}}',
		helloNobody: 'Hello',
		what: 'This card is for you alone. With it you make a page of your own on Earshot.',
		steps: {
			go: 'Go to {{address}}, or point your phone’s camera at the square.',
			type: 'Type this code:',
			choose: 'Choose a name and how you want to come in. Nobody else can choose or see that.'
		},
		qr: 'A square code for your phone’s camera. It opens {{address}} with your code in it.',
		until: 'Use it before {{day}} to make your page. If you choose it as your key, it goes on working.',
		lost: 'Lost it, or somebody else has it? Tell {{madeBy}}, and ask them to stop it.',
		lostRing: 'Lost it, or somebody else has it? Tell {{madeBy}}, or ring {{team}}: {{phone}}. Ask them to stop it.'
	}
} as const;
