/*
 * Words of "Talk to someone": asking, looking before sending, the code, the thread. For young people, signed in or not.
 */
export const talk = {
	heading: 'Talk to someone',
	lead: 'Write it here. A person at {{council}} reads it and answers you. Small things count too.',
	notSecret: 'This is not a survey. It is not secret: real people read it, so that they can help you.',
	now: {
		heading: 'Need someone right now?',
		childline: 'Childline: day and night, free',
		danger: 'In danger: police, ambulance or fire',
		ring: 'Ring {{number}}',
		more: 'More people you can ring'
	},
	hours: {
		open: 'People are reading messages now, until {{until}}.',
		today: 'Nobody is reading right now. People start again today at {{from}}.',
		tomorrow: 'Nobody is reading right now. People start again tomorrow at {{from}}.',
		later: 'Nobody is reading right now. People start again on {{day}} at {{from}}.',
		by: 'Someone reads yours by the end of {{by}}.',
		nobody: 'Nobody is reading right now, and we can’t say yet when somebody will.',
		openAlways: 'People are reading messages now.',
		night: 'Nobody reads this at night, at weekends or on bank holidays.',
		weekend: 'Nobody reads this at weekends or on bank holidays.',
		/** Followed by the number. */
		now: 'If you need someone now:',
		childline: 'Childline {{number}}'
	},
	own: {
		ask: 'Do you have your own page?',
		go: 'Come in and talk from there',
		why: 'Then we know who you are, and the answer waits for you there.'
	},
	answer: {
		ask: 'Did you write before?',
		go: 'Read my answer with my code'
	},
	fill: {
		who: 'Who do you want to talk to?',
		wish: {
			'not sure': 'I don’t mind',
			'safeguarding lead': 'Someone who keeps children safe',
			IRO: '{{name}}, your reviewing officer',
			'social worker': '{{name}}, your social worker'
		},
		wishHow: {
			'not sure': 'The safeguarding lead reads it and finds the right person for you.',
			'safeguarding lead': 'The safeguarding lead. It is their job to listen and to keep you safe.',
			IRO: 'Runs your reviews and checks that people do what they said.',
			'social worker': 'Plans your care with you.'
		},
		advocate: 'Someone who is not from the council?',
		advocateHow: 'An advocate is on your side and helps you get heard. We can’t send them this, but you can ring:',
		what: 'What is it about?',
		topics: {
			'where I live': 'Where I live',
			family: 'Family',
			'school and friends': 'School and friends',
			'being hurt or afraid': 'Being hurt or afraid',
			'feelings and health': 'Feelings and health',
			'leaving care': 'Leaving care',
			'someone who works with me': 'Someone who works with me',
			'something else': 'Something else'
		},
		aboutWorker: {
			own: 'If it is about someone who works with you, none of your workers will see it.',
			open: 'If it is about someone who works with you, the safeguarding lead deals with it, not them.'
		},
		words: 'What do you want to say?',
		wordsHow: 'A few words are enough. Spelling does not matter.',
		how: 'How should we answer you?',
		reply: {
			here: 'Here, on this website',
			ring: 'Ring me',
			text: 'Send me a text',
			email: 'Send me an email',
			'in person': 'Meet me'
		},
		replyHere: {
			own: 'The answer waits on your own page.',
			code: 'You get a code. With it you can read the answer on any phone.'
		},
		replyAlso: 'The answer will be here too. Choose this only if nobody reads or hears it who should not.',
		address: 'Your number, your email, or where to meet you',
		safeWhen: 'When is it safe? (you can leave this out)',
		safeWhenHow: 'For example: after school, not when I am at home.',
		name: 'What should we call you? (you can leave this out)',
		nameHow:
			'If you don’t say who you are, we can answer you here. But we may not be able to find you if you are in danger.',
		next: 'Next: have a look before you send it',
		nothingYet: 'Nothing is sent yet.'
	},
	problem: {
		one: 'There is one thing to look at below. Nothing is lost.',
		empty: 'There are no words here yet. One word is enough.',
		'too long':
			'You wrote {{length}} letters and there is room for {{room}}. Nothing is lost: please make it a bit shorter. You can send a second message after it.',
		'no number': 'Please write your number, so that we can reach you. Or choose “Here”.',
		'no email': 'Please write your email address, like name@example.com. Or choose “Here”.',
		'line too long': 'Please make this shorter. Nothing is lost.',
		wait: 'A lot was sent just now, so we can’t take yours before {{clock}}. Nothing is lost: keep this page open and send it then. If you need someone now, ring Childline: 0800 1111.',
		closed:
			'We closed what you were writing, so that nobody else sees it. Nothing was sent. If you want, start again here.'
	},
	look: {
		heading: 'Have a look before you send it',
		notSent: 'It is not sent yet.',
		yours: 'Your message',
		about: 'About',
		reach: 'How we answer',
		safeWhen: 'When it is safe',
		name: 'We call you',
		noName: 'You did not say your name.',
		who: 'Who will see it',
		readers: {
			leads: 'The safeguarding lead at {{council}}: it is their job to keep children safe.',
			leadsNamed: '{{names}}, safeguarding lead: it is their job to keep children safe.',
			IRO: '{{name}}, your reviewing officer.',
			'social worker': '{{name}}, your social worker.',
			away: 'When they are away, the person who stands in for them.',
			up: 'If nobody looks in time, the person above them.'
		},
		nobodyElse: 'Nobody else can see it: not the people who look after you, not your school, not other young people.',
		noWorker: 'And nobody who works with you, because you said it is about one of them.',
		onlyLead:
			'You wished for {{name}}. Because it is about someone who works with you, it goes to the safeguarding lead only.',
		when: 'When it is read',
		danger: 'What they have to do',
		dangerHow:
			'It is not secret. If you or someone else is in danger, they must do something about it and tell the people who can help. They should tell you first what they will do.',
		survey: 'It has nothing to do with any survey. Nobody can put the two together.',
		change: 'Change it',
		send: 'Send it'
	},
	sent: {
		heading: 'It is sent',
		thanks: 'It took courage to write that. Thank you.',
		before: 'This was sent already',
		beforeHow:
			'It arrived, and it will be read. The code was shown once, to whoever sent it. If you don’t have it, you can write again and get a new one.',
		next: 'What happens next',
		steps: {
			read: 'Someone reads it by the end of {{by}}.',
			answer: 'They answer you. With your code you can read it here.',
			own: 'The answer comes here, to your own page.',
			reach: 'They also try to reach you the way you chose.',
			again: 'You can write again whenever you want.'
		},
		code: 'Your code for the answer',
		codeHow:
			'Write it down or take a picture, if that is safe for you. We show it only now, and nobody can look it up again.',
		codeUse: 'Later, come back to “Talk to someone”, tap “Read my answer with my code” and type it.',
		print: 'Print it',
		done: 'I have kept it. Close this page',
		doneHow: 'Then nobody who uses this phone after you can see what you wrote.'
	},
	read: {
		heading: 'Read my answer',
		label: 'Type your code',
		hint: 'It has 16 letters and numbers. Big or small letters are both fine.',
		go: 'Go',
		no: 'That code did not work. Check it letter by letter. Nothing is lost.',
		busy: 'A lot of people are here right now. Please wait ten seconds and press Go again.',
		wait: 'That code did not work a few times. Please wait until {{clock}} and try again.',
		lost: 'Lost your code?',
		lostHow: 'We can’t look it up for you, because we don’t know who you are. You can write again and get a new code.',
		quiet: 'It was quiet for 20 minutes, so we closed it. Type your code to read it again.',
		again: 'Write a new message'
	},
	thread: {
		heading: 'What we talk about',
		about: 'About: {{topic}}',
		state: {
			unseen: 'Sent. Nobody has read it yet.',
			seen: 'Someone has read it.',
			worker: 'Someone who works with you has read it. A safeguarding lead reads it too.',
			answered: 'You have an answer.',
			closed: 'This is finished for now.'
		},
		steps: {
			label: 'How far it is',
			sent: 'Sent',
			seen: 'Read',
			answered: 'Answered'
		},
		sentAt: 'on {{at}}',
		dueBy: 'by the end of {{by}}',
		notYet: 'not yet',
		unanswered:
			'You should have had an answer by the end of {{by}}. We are sorry that you still wait. It is not because of anything you wrote. Other people at the council are told when that happens. You can write again. If you need someone now, ring Childline: 0800 1111.',
		late: 'This should have been read by a safeguarding lead by the end of {{by}}. We are sorry. Other people at the council are told when that happens. If you need someone now, ring Childline: 0800 1111.',
		readByWorkerOnly: 'by someone who works with you; not yet by a safeguarding lead',
		seenBy: '{{who}}, on {{at}}',
		readByWorker: 'by someone who works with you; by a safeguarding lead by the end of {{by}}',
		later: 'after that',
		you: 'You',
		new: 'New',
		isRead: 'read',
		done: 'What we did',
		doneBy: '{{who}} wrote this when it was finished.',
		write: 'Write again',
		writeClosed: 'Not finished for you? Write again, and it opens again.',
		writeLabel: 'Your message',
		readers: 'Who can read this now',
		noReaders: 'Nobody can just now. People at the council are told, so that somebody can.',
		noLonger: '{{name}} doesn’t work with you any more, so they can’t read it now.',
		writeHow: 'Someone reads it by the end of {{by}}.',
		writeHowSoon: 'A few words are enough.',
		writeHowLate: 'It waits with your first message.',
		send: 'Send it',
		written: 'Sent. Someone will read it by the end of {{by}}.',
		writtenSeen: 'Sent.',
		writtenLate:
			'Sent. It waits with your first message. Other people at the council are told that nobody has read that yet.',
		leave: 'I’m done. Close this page',
		back: 'Back to all my messages',
		keep: 'This page closes when you do nothing for 20 minutes.'
	},
	who: {
		IRO: '{{name}}, reviewing officer',
		'social worker': '{{name}}, social worker',
		'safeguarding lead': '{{name}}, safeguarding lead',
		other: '{{name}} from the council',
		nobody: 'Someone from the council'
	},
	mine: {
		heading: 'Talk to someone',
		lead: 'What you wrote, and what people answered.',
		start: 'Write a new message',
		list: 'My messages',
		sentOn: 'Sent on {{day}}',
		unread_one: '{{count}} new message',
		unread_other: '{{count}} new messages',
		back: 'Back to my page'
	},
	someoneElse: 'Someone else’s turn',
	left: 'Closed. Nobody who uses this phone now can see what was here.'
} as const;
