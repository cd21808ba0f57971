/*
 * The survey's words for care leavers of 16 to 25: plain and adult.
 */
export const careLeavers = {
	start: {
		what: {
			short: 'It is about your life now and the support you get.',
			more: 'About {{questions}} questions. You only see those that fit you.'
		},
		long: {
			short: 'It takes about {{minutes}} minutes.',
			more: 'You can stop and carry on later, on any phone or computer.'
		},
		skip: {
			short: 'Leave out anything you like.',
			more: 'Whether you answer or not makes no difference to the support you get.'
		},
		who: {
			short: 'Nobody who works with you can see your answers.',
			more: 'Not your personal adviser, not your landlord, not your college. They only see everybody’s answers added up.'
		},
		known: {
			short: 'Your answers carry no name.',
			more: 'Comments are read by a few people at the council, without a name. If what you write says who you are, they may know it is you. If it shows that someone is in danger, we will try to keep them safe.'
		},
		next: {
			short: 'The council has to say what it will do.',
			more: 'The councillors in charge get the results, and the council’s reply is published.'
		},
		quiet:
			'After 20 minutes without a tap the survey closes, so that nobody else sees it, and 6 hours after you began in any case. Pick three pictures on the next page and you can carry on where you stopped.'
	},
	pictures: {
		new: {
			heading: 'Pick three pictures',
			why: 'They work like a password if you stop and come back. Nobody else can open what you started, and we can’t reset them: without them you start again.'
		}
	},
	question: {
		commentWhen:
			'People read this on working days, not at night. If you need someone now, see Get help, or ring 999 in an emergency.'
	},
	page: {
		hidden:
			'You answered this before. It stays hidden, so that nobody else can see it. Answer again only to change it.',
		skipping: 'Leave out anything you don’t want to answer.'
	},
	review: {
		heading: 'Check your answers',
		what: 'You can change anything until you send it.',
		who: 'Your answers go into a locked box with everybody’s. Nobody can open yours on their own.',
		untitled: 'About you',
		earlier: 'Answered before. It stays hidden.',
		skipped: 'Left out',
		notYet: 'Not reached yet',
		there: 'Go there',
		change: 'Change'
	},
	thanks: {
		in: 'They are in the locked box. Nobody can see which ones are yours.',
		next: 'When the survey closes, all answers are counted together. The council then has to say what it will do.',
		why: 'With these words you can look up later what was done about what you wrote. They don’t say who you are. Write them down or take a picture: they are shown only now.',
		worried: 'Did something here bring up a lot?'
	}
} as const;
