/*
 * The survey's words for children of 4 to 7, and, under `helper`, for the grown-up beside them.
 */
export const fourToSeven = {
	start: {
		heading: 'Hello',
		saved: 'You did some of this before. You can go on now.',
		what: { short: 'Tell us how things are for you.', more: 'No answer is wrong.' },
		long: { short: 'It takes as long as a story.' },
		skip: { short: 'You can skip any one.', more: 'You can stop when you like.' },
		who: { short: 'Your helper can see what you tap.', more: 'They tell no one, unless you are not safe.' },
		known: { short: 'No one else will know it was you.', more: 'Only if you tell us your name.' },
		safe: { short: 'Are you not safe? Tell your helper.', more: 'They will get help for you.' },
		next: { short: 'The people in charge read it all.', more: 'Then they must say what they will do.' },
		helper: {
			heading: 'For the grown-up who is helping',
			first: 'Are you helping? Please read this first.',
			who: {
				short: 'Who can help',
				more: 'Somebody the child trusts who does not decide about their care: from school or nursery, a support worker, an advocate or a visitor. Not the child’s own social worker, and not the people they live with.'
			},
			how: {
				short: 'How to help',
				more: 'Read each question out, or tap the speaker. Please do not change it, hint at an answer or answer for the child. “Not this one” is always fine. Where there is a box, write down what the child says, word for word.'
			},
			before: {
				short: 'What you will not see',
				more: 'What was said on another day stays hidden, from you too. Please tell nobody what you see today, unless the child is not safe.'
			},
			known: {
				short: 'When we may know who it is',
				more: 'If you write a name, or what only one child could say, we may know who it is. If what is written shows that someone is in danger, we will try to keep them safe.'
			},
			danger: {
				short: 'If the child tells you they are not safe',
				more: 'Stop the survey. Tell them kindly that this cannot stay between you, and that you will get help. Then tell your safeguarding lead at once. We cannot send help from the answers: we do not know whose they are. If it cannot wait, ring 999.',
				link: 'Talk to someone'
			},
			long: {
				short: 'How long it takes',
				more: 'About {{minutes}} minutes, {{questions}} questions. If nothing is tapped for 20 minutes, and after 6 hours in any case, the survey closes by itself. If the child picks pictures on the next page, you can go on later. Comments are read by a few people at the council, without a name.'
			}
		}
	},
	pictures: {
		new: {
			heading: 'Pick three pictures',
			why: 'If you stop, they let you come back. They are your secret.'
		},
		back: { heading: 'Which were your three pictures?', why: 'Tap the three you picked.' },
		pause: {
			heading: 'Pick three pictures',
			why: 'They let you come back. They are your secret.'
		},
		helper:
			'For the grown-up: let the child pick, and keep the three to yourself. Nobody can open what was said without them, and we cannot look them up.'
	},
	question: {
		commentHint:
			'For the grown-up: if you write a name, or what only this child could say, we may know who it is. If what is written shows that someone is in danger, we will try to keep them safe.',
		commentWhen:
			'People read this on working days, not at night. If the child is not safe, tell your safeguarding lead at once. If it cannot wait, ring 999.'
	},
	page: {
		hidden: 'You did this one before. We keep it hidden. You can do it again if you like.',
		skip: 'Skip',
		pause: 'Stop for now'
	},
	review: {
		heading: 'Here is what you said',
		what: 'Is it right? Tap one to change it.',
		who: 'When you send it, it goes in a locked box. No one else will know it was you, unless you tell us.',
		untitled: 'From the grown-up',
		earlier: 'You did this one before. We keep it hidden.',
		skipped: 'Not this one',
		notYet: 'Not yet',
		there: 'Do this one',
		goOn: 'Go on',
		left_one: 'There is one more. You can only send once.',
		left_other: 'There are {{count}} more. You can only send once.',
		sendSome: 'Send it now',
		change: 'Change this'
	},
	thanks: {
		heading: 'Thank you. We hear you.',
		in: 'What you said is safe in the box now.',
		next: 'The people in charge will read it all. Then they must say what they will do.',
		receipts: 'For the grown-up: secret words',
		why: 'With these words you can find out later, together with the child, what happened with what you wrote down. They do not say who the child is. Take a picture of them or write them down: we show them only now.',
		worried: 'Are you sad or worried?'
	}
} as const;
