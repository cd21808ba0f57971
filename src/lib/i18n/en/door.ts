/*
 * Words at the door, where young people come in.
 */
export const door = {
	signIn: {
		heading: 'Come in',
		lead: 'This is the door to your own page. You open it with your pictures, your words or your card.',
		quiet:
			'It was quiet for a while, or your page was open for two hours, so we closed the door behind you. What you sent before is kept. Come in again when you like.',
		unsaved:
			'You were quiet for a while, so we closed the door. What you had just written was not kept. Come in and do it again.',
		again: {
			heading: 'Hello again, {{name}}',
			lead: 'You want to change how you come in. Show us once more that it is you, so that nobody else can do it.',
			unsaved:
				'It is a while since you showed us that it is you, so what you had just written was not kept. Show us now, then do it again.'
		},
		name: 'Your user name',
		nameHint: 'Big or small letters and spaces do not matter.',
		noName: 'Type your user name first. You chose it when you joined.',
		how: 'How do you come in?',
		pictures: 'My pictures',
		words: 'My secret words',
		other: 'Other ways in',
		card: 'My card',
		passkey: 'My phone’s own lock',
		first: 'First time here?',
		firstHow:
			'You need a card. The person who runs your reviews (your IRO) or someone from the participation team can give you one.',
		haveCard: 'I have a card',
		forgot: 'Forgot your name, pictures or words?',
		forgotHow:
			'That happens. Ask the person who runs your reviews (your IRO) or the participation team for a new card. With it you choose again, and everything on your page is still there.',
		forgotCard:
			'Whoever uses a new card becomes you here. If your way in stopped working and you did not ask for a card, tell someone you trust, or ring Childline: 0800 1111.',
		forgotRing: 'Others you can ring',
		adult: 'Working for the council?',
		adultLink: 'I work here'
	},
	pictures: {
		heading: 'Tap your four pictures',
		how: 'In your order, one after the other.',
		so: '{{count}} of 4',
		afresh: 'Start again',
		no: 'That did not open the door. Nothing is lost. Check your user name, and try again.'
	},
	words: {
		heading: 'Type your secret words',
		hint: 'Big or small letters, commas and extra spaces do not matter.',
		label: 'Your secret words',
		show: 'Show what I type',
		go: 'Come in',
		no: 'That did not open the door. Nothing is lost. Check your user name, and try again.'
	},
	notMe: 'Go back and change my user name',
	busy: 'Lots of people are coming in right now. Please wait ten seconds and try again. Nothing is lost.',
	wait_one:
		'That was wrong a few times, so the door rests for a bit. You can try again in one minute, at {{clock}}. Nothing is lost.',
	wait_other:
		'That was wrong a few times, so the door rests for a bit. You can try again in {{count}} minutes, at {{clock}}. Nothing is lost.',
	waitLong_one:
		'That was wrong many times, so the door is locked for a while. You can try again in one minute, at {{clock}}. Nothing is lost. A new card always works.',
	waitLong_other:
		'That was wrong many times, so the door is locked for a while. You can try again in {{count}} minutes, at {{clock}}. Nothing is lost. A new card always works.',
	card: {
		heading: 'Come in with your card',
		label: 'Type the code on your card',
		hint: 'It has 16 letters and numbers, in groups of four. Big or small letters are both fine.',
		go: 'Go',
		no: 'That code did not work. Check it letter by letter with your card, or ask the person who gave it to you.',
		used: {
			what: 'This card was used already.',
			now: 'Come in the way you chose. If you forgot how, ask for a new card. If it was not you who used it, tell the person who gave it to you.'
		},
		stopped: {
			what: 'This card does not work any more.',
			now: 'There may be a newer one, or somebody stopped it to keep you safe. Ask the person who runs your reviews (your IRO) or the participation team for a new one.'
		},
		'ran out': {
			what: 'This card was too old: a card waits for 28 days.',
			now: 'Ask the person who runs your reviews (your IRO) or the participation team for a new one. They can make it straight away.'
		},
		over: 'This card was used or stopped just now, maybe in another window. If it was not you, ask for a new card.',
		late: 'That took more than half an hour, so we closed the door to keep it safe. Your card still works: type its code and begin again.'
	},
	passkey: {
		heading: 'My phone’s own lock',
		what: 'Come in the way you unlock your phone, tablet or computer: with your finger, your face or your PIN. We never see those.',
		go: 'Unlock',
		problem: 'Your device said no, or it took too long. Nothing is lost. Try again, or come in another way.',
		no: 'That lock did not open the door. Nothing is lost. Try again, or come in another way.',
		cannot: 'If you see no button here, this phone or computer can’t do it. Pick another way.',
		other: 'Another way in'
	}
} as const;
