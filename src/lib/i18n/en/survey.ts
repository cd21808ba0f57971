/*
 * Words of the survey's own pages; the questions are content in surveys/.
 */
export const survey = {
	title: 'Earshot',
	someoneElse: 'Someone else’s turn',
	notice: {
		quiet:
			'It was quiet for 20 minutes, so we closed your survey to keep it safe. If you picked pictures, type your code to go on where you stopped. If you picked none, you start again. Sorry.',
		closed: 'This survey has closed now, so we can’t take more answers. If you had already sent yours, they are in.',
		gone: 'What you started here is not here any more. It was sent or started again somewhere else. Type your code to see.',
		left: 'All done on this device. The next person can type their code.',
		other: 'That page was from somebody else’s turn. Nothing on it was kept here. Type your code to go on.'
	},
	goesOn: { what: 'A survey is open on this device. Is it yours?', go: 'Go on with your survey' },
	code: {
		heading: 'Have your say',
		label: 'Type the code on your card',
		hint: 'It has 16 letters and numbers, in groups of four. Big or small letters are both fine.',
		go: 'Go',
		'not a code':
			'That code did not work. Check it letter by letter with your card, or ask the person who gave it to you.',
		wait: 'That code did not work a few times. Please wait {{seconds}} seconds and try again. Nothing is lost.',
		busy: 'Lots of people are starting right now. Please wait ten seconds and press Go again.',
		'answers are in': {
			what: 'Your answers are already in.',
			now: 'Each card works once, so that everyone counts the same. Thank you for having your say.'
		},
		closed: {
			what: 'This survey has closed.',
			now: 'Your card was for a survey that is over now. You will get a new card for the next one.'
		},
		'could not be counted': {
			what: 'We are sorry. We could not count the answers to this survey.',
			now: 'Something broke on our side, and we can’t open the box of answers any more. Nobody else can either. You did nothing wrong.'
		},
		lost: 'Lost your card, or it does not work?',
		help: 'Here is who can help'
	},
	start: {
		heading: 'Before you start',
		saved: 'You started before. You can go on where you stopped.',
		what: {
			short: 'It is about your life and your care.',
			more: 'There are about {{questions}} questions. There are no right or wrong answers.'
		},
		long: { short: 'It takes about {{minutes}} minutes.', more: 'You can stop and come back later.' },
		skip: { short: 'You can skip any question.', more: 'You don’t have to say why.' },
		who: {
			short: 'Nobody in your life can see your answers.',
			more: 'Not the people who look after you, not your social worker, not your school.'
		},
		known: {
			short: 'Nobody will know this was you, unless you tell us.',
			more: 'A few people at the council read what you write, without a name. If you write your name or say who you are, we may know it is you. If what you write shows that someone is in danger, we will try to keep them safe.'
		},
		next: {
			short: 'Then the council has to say what it will do.',
			more: 'Everyone’s answers are put together. The people in charge of care in your area read them.'
		},
		quiet:
			'If you do nothing for 20 minutes, the survey closes by itself, so that nobody else sees it. It also closes 6 hours after you began. Pick pictures on the next page and you can go on later.',
		go: 'Start',
		goOn: 'Go on'
	},
	pictures: {
		legend: 'Tap three pictures',
		new: {
			heading: 'Pick three pictures',
			why: 'You need them if you stop and want to come back. Nobody else can open what you started. Remember them well: if you forget them, you have to start again.',
			go: 'Keep these and start'
		},
		back: {
			heading: 'Which were your three pictures?',
			why: 'Tap the three that you picked when you started.',
			go: 'Go on'
		},
		pause: {
			heading: 'Pick three pictures to come back',
			why: 'They open what you started, together with your code. Nobody else can. Remember them well: if you forget them, you have to start again.',
			go: 'Keep these and stop for now',
			not: 'I don’t want to stop'
		},
		once: 'I’ll do it in one go',
		onceMeans: 'Without pictures, if you stop or do nothing for 20 minutes, you start again.',
		three: 'Please tap three pictures, not more and not fewer.',
		'other pictures': 'Those are not the three. Have another try. Nothing is lost.',
		wait_one: 'Those were not the three, a few times. Please wait one minute and try again. Nothing is lost.',
		wait_other: 'Those were not the three, a few times. Please wait {{count}} minutes and try again. Nothing is lost.',
		'too often_one': 'This card was used to start many times. Please wait one minute and try again.',
		'too often_other': 'This card was used to start many times. Please wait {{count}} minutes and try again.',
		shut: 'Those pictures were wrong too many times, so we can’t open what you started any more. You can start again below.',
		forgot: 'I forgot my pictures',
		afresh:
			'That happens. We can’t open what you started without them. You can start again with new pictures, and what you said before is deleted.',
		afreshGo: 'Start again',
		replaces: 'When you start, what you said before is deleted.'
	},
	page: {
		progress: 'Page {{page}} of {{of}}',
		hidden:
			'You answered this before. We keep it hidden, so that nobody else can see it. Answer again only if you want to change it.',
		refused: 'There is one thing to look at below. Everything else is kept.',
		skipping: 'Leave out anything you don’t want to answer.',
		next: 'Next',
		skip: 'Skip this page',
		back: 'Back',
		pause: 'Stop and come back later'
	},
	hear: {
		word: 'Listen:',
		read: 'Read to me',
		stop: 'Stop reading'
	},
	quiet: {
		soon: 'Are you still here? In two minutes the survey closes, so that nobody else sees it.',
		here: 'I’m still here',
		ends: 'The survey closes in two minutes. Stop for now, or send what you have said.'
	},
	stopping: {
		heading: 'Stop here?',
		lost: 'If you end it now, what you said is deleted.',
		kept: 'What you said is kept. Your card and your three pictures open it again.',
		on: 'No, go on',
		keep: 'Pick three pictures to come back',
		end: 'Yes, end it'
	},
	paused: {
		heading: 'Kept safe',
		how: 'To go on, type your code again and tap your three pictures. You can use any phone, tablet or computer.',
		helping:
			'Did you help somebody? Leave the card with them, or with whoever keeps it safe. The pictures are theirs alone.',
		ours: 'Without your pictures nobody here can open it. It is kept until the survey closes.',
		now: 'Back to the first page'
	},
	review: {
		heading: 'Have a last look',
		what: 'This is what you said. You can change it until you send it.',
		who: 'When you send it, it goes into a locked box with everybody’s answers. Nobody in your life can see what you said.',
		send: 'Send my answers',
		untitled: 'More about you',
		earlier: 'You answered this before. We keep it hidden.',
		skipped: 'You left this out. That’s fine.',
		notYet: 'You have not been here yet.',
		change: 'Change this',
		there: 'Go to this page',
		goOn: 'Go on with the questions',
		left_one: 'There is one page you have not been to. Your card works once, so what you leave out now stays out.',
		left_other:
			'There are {{count}} pages you have not been to. Your card works once, so what you leave out now stays out.',
		sendSome: 'Send what I have said so far',
		'cannot take answers':
			'We can’t take your answers right now. It is our fault, not yours, and nothing is lost. Please try again in an hour.'
	},
	thanks: {
		heading: 'Thank you. Your answers are in.',
		in: 'They are in the locked box now. Nobody can see that they are yours.',
		next: 'When the survey closes, everyone’s answers are counted together. The council must say what it will do.',
		receipts: 'Your secret words',
		why: 'Keep these words if you want to find out later what happened with what you wrote. They don’t say who you are. Take a picture of them or write them down: we show them only now.',
		print: 'Print them',
		worried: 'Did something here make you sad or worried?',
		done: 'I’m done'
	}
} as const;
