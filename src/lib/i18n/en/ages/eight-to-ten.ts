/*
 * The survey's words for children of 8 to 10.
 */
export const eightToTen = {
	start: {
		what: {
			short: 'It is about your life.',
			more: 'There are about {{questions}} questions. No answer is wrong.'
		},
		long: { short: 'It takes 12 to {{minutes}} minutes.', more: 'You can stop and come back later.' },
		skip: { short: 'You can skip any question.', more: 'You don’t have to say why.' },
		who: {
			short: 'No one in your life can see what you say, unless you ask someone to help you.',
			more: 'Not the people you live with. Not your social worker. Not your school.'
		},
		known: {
			short: 'No one will know it was you, unless you tell us.',
			more: 'A few people at the council read what you write, with no name on it. If you write your name, we may know it is you. If you write that someone is not safe, we will try to keep them safe.'
		},
		next: {
			short: 'Then the council must say what it will do.',
			more: 'We put all the answers together. The people in charge read them.'
		},
		helped: {
			short: 'Someone can sit with you and help you read.',
			more: 'Pick someone you trust. Not your social worker, and not the people you live with. They will see what you tap.'
		},
		quiet:
			'If you do nothing for 20 minutes, the survey shuts, so that no one else can see it. It shuts after 6 hours, too. Pick three pictures on the next page. Then you can go on later.'
	},
	pictures: {
		new: {
			heading: 'Pick three pictures',
			why: 'They let you come back if you stop. No one else can open what you said. Keep them in your head: if you forget them, you have to start again.'
		},
		back: { heading: 'Which were your three pictures?', why: 'Tap the three you picked when you started.' }
	},
	question: {
		commentHint:
			'If you write your name, we may know it is you. If you write that someone is not safe, we will try to keep them safe.',
		commentWhen: 'We do not read this at night. If you need someone now, ring Childline: 0800 1111.'
	},
	page: {
		hidden:
			'You did this before. We keep it hidden, so that no one else can see it. You can answer again if you want to.',
		skipping: 'Leave out what you don’t want to answer.'
	},
	review: {
		heading: 'Have a last look',
		what: 'This is what you said. You can still change it.',
		who: 'When you send it, it goes in a locked box with what everyone says. No one in your life can see what you said, but for someone who sits with you.',
		earlier: 'You did this before. We keep it hidden.'
	},
	thanks: {
		in: 'They are in the locked box now. No one can see that they are yours.',
		next: 'Soon we count what everyone said. Then the council must say what it will do.',
		why: 'With these words you can find out later what we did about what you wrote. They don’t say who you are. Write them down or take a picture: we show them only now.'
	}
} as const;
