/*
 * Words about one's own data: what is kept, a copy, taking it away, complaining. For young people, signed in or not.
 */
export const data = {
	heading: 'What we keep about you',
	lead: 'You have the right to know it, to get a copy, to put it right, to take it away, and to complain.',
	back: 'Back to what we keep about you',
	account: 'What we keep about you',
	accountHow: 'See it, get a copy, put it right, take it away, or complain.',
	counted: { one: '1 thing', many: '{{count}} things' },
	never:
		'Your survey answers and comments are not in this list. Nobody can find which are yours, we neither: that is how they stay secret. So nobody can copy them for you or take them away.',
	elsewhere:
		'Your social worker keeps your records in another system of the council’s. Ask them, or Talk to someone, if you want to see those.',
	kept: {
		roster: {
			title: 'Who you are',
			why: 'The council looks after you and must know who you are (its public task).',
			erasing: 'Stays while you are in care or a care leaver.'
		},
		stays: {
			title: 'Where you have lived, and your reviews',
			why: 'The council must tell the government each year how children in care are doing (its public task).',
			erasing: 'Stays while you are in care or a care leaver.'
		},
		workers: {
			title: 'Who works with you',
			why: 'So that the right people see your page, and nobody else (the council’s public task).',
			erasing: 'Stays while you are in care or a care leaver.'
		},
		account: {
			title: 'Your account, and what happened with it',
			why: 'So that only you come in (the council’s public task). You made it, and you can take it away.',
			erasing: 'You can take it away at once.'
		},
		surveys: {
			title: 'Surveys you were asked to do',
			why: 'So that everybody gets one code and not two (the council’s public task). Never if you used it.',
			erasing: 'Stays while you are in care or a care leaver.'
		},
		messages: {
			title: 'Messages to Talk to someone',
			why: 'So that we can help you and answer you (the council’s public task, and to keep you safe).',
			erasing: 'You can take it away when it is closed, unless it was put on your record at the council.'
		},
		notices: {
			title: 'How we tell you that something is here',
			why: 'So that you know when something is here for you. You choose how, and can change it at any time.',
			erasing: 'You can take it away at once.'
		},
		opened: {
			title: 'Who opened your page',
			why: 'So that you and we can check that nobody looks who should not (the law asks us to).',
			erasing: 'Stays. The list has no words of yours.'
		},
		requests: {
			title: 'What you asked about your data',
			why: 'So that we can show that we answered (the law asks us to).',
			erasing: 'You can take it away when it is answered.'
		}
	},
	copy: {
		heading: 'Give me a copy',
		how: 'Everything above, to read here and to keep. A person looks through it first, because other people’s secrets must not be in it. You get it within one month.',
		ask: 'Ask for a copy',
		asked: 'You asked for a copy. You get it by {{day}}. It will be here.',
		already: 'You asked for a copy already. It will be here.'
	},
	right: {
		heading: 'Put something right',
		how: 'Is something wrong? Write what it is and how it should be. A person changes it and tells you.',
		go: 'Talk to someone'
	},
	erasure: {
		heading: 'Take it away',
		how: 'Your account, your messages, or all that can go.',
		go: 'Choose what to take away',
		lead: 'Choose. On the next page you see what goes and what stays. Nothing goes before you say yes there.',
		what: {
			account: 'My account',
			messages: 'My messages',
			everything: 'Everything that can go'
		},
		whatHow: {
			account: 'Your user name, how you come in, and the list of what happened.',
			messages: 'What you wrote to Talk to someone, and the answers.',
			everything: 'Your account, your messages, how we tell you, and what you asked.'
		},
		sure: {
			account: 'Take your account away?',
			messages: 'Take your messages away?',
			everything: 'Take everything away that can go?'
		},
		goes: 'This goes, for good',
		goesLines: {
			young_account: 'Your account: your name, how you come in, and what happened',
			concern: 'Messages to Talk to someone: {{count}}',
			notice_choice: 'How we tell you, and what we told you',
			data_request: 'What you asked about your data, and the answers: {{count}}'
		},
		nothing: 'There is nothing here that can go now.',
		stays: 'This stays',
		staysNothing: 'Nothing of what you chose stays.',
		after: {
			account: 'You can’t come in any more. If you want to come back later, ask for a new card.',
			messages: 'You can’t read them any more, and we neither.',
			everything: 'You can’t come in any more. If you want to come back later, ask for a new card.'
		},
		asksStaff:
			'You have left care. So we also ask a person to take away the rest: who you are and where you lived. They do it within one month, or write why not.',
		backups:
			'Safety copies of the whole system still have it for a while. Nobody looks into those, and if we ever need one, we take it away there first.',
		yes: {
			account: 'Yes, take my account away',
			messages: 'Yes, take my messages away',
			everything: 'Yes, take it all away'
		},
		no: 'No, keep it',
		done: 'Done. That is gone.'
	},
	reasons: {
		'looked after':
			'Who you are and where you lived: the council must know whom it looks after. When you have left care, you can ask again.',
		'on file':
			'Messages on your record at the council ({{count}}): the law says that it must be kept. It stays until {{until}}.',
		open: 'Messages that someone is still working on ({{count}}): you can take them away when they are closed.',
		asked: 'What you asked and is not answered yet ({{count}}): you can take it away when it is answered.'
	},
	complaint: {
		heading: 'Complain about how we look after your data',
		how: 'Did somebody see what they should not? Did we get something wrong, or not answer?',
		go: 'Complain',
		who: 'The safeguarding lead at {{council}} reads it, and whoever helps them to find out what happened. We say within {{days}} days that we have it, and then what we found.',
		words: 'What happened?',
		wordsHow: 'A few words are enough. Spelling does not matter.',
		name: 'What should we call you? (you can leave this out)',
		reply: 'How else can we answer you? (you can leave this out)',
		replyHow: 'An email or a number that is safe. The answer is here too, with your code.',
		send: 'Send it',
		missing: 'Please write what happened. Nothing was sent yet.',
		wait: 'Very many people wrote at once, so it was not sent yet. What you wrote is still here. Please send it again at {{clock}}.',
		sent: 'We have it',
		sentOwn: 'Thank you. We say by {{day}} that we look into it. The answer will be here.',
		sentCode: 'Thank you. We say by {{day}} that we look into it. With this code you can read the answer:',
		codeKeep: 'Write it down now, or take a picture. We can’t show it again.',
		already: 'That was sent already. Nothing is lost.',
		ico: 'You can also complain to the people who check on all of us: the Information Commissioner’s Office (ICO).',
		icoRing: 'Ring the ICO: 0303 123 1113',
		icoHow: 'They answer in the daytime, Monday to Friday. You can complain to them at any time, not only after us.',
		page: 'Do you have your own page? Complain from there: then the answer waits for you.',
		read: 'Did you complain before? Read the answer with your code'
	},
	answer: {
		heading: 'Read the answer',
		label: 'Type your code',
		hint: 'Dashes and small letters don’t matter.',
		go: 'Show me',
		no: 'That code did not work. Check for 0 and O, or write to us again.',
		wait: 'That was wrong a few times. Please try again at {{clock}}.',
		busy: 'Very many people are here just now. Please try again at {{clock}}.',
		notYet: 'There is no answer yet. We have what you wrote, and answer you here.',
		acknowledged: 'We have what you wrote, and look into it. There is no answer yet.'
	},
	gone: {
		heading: 'It is gone',
		text: 'Your account and what you took away are not here any more. Nobody can bring it back.',
		asked: 'A person takes away the rest within one month.',
		back: 'If you ever want to come back, ask the person who runs your reviews (your IRO) or the participation team for a card.'
	},
	mine: {
		heading: 'What you asked',
		kinds: { copy: 'A copy', erasure: 'Taking the rest away', complaint: 'A complaint' },
		state: {
			new: 'Asked on {{asked}}. You get an answer by {{due}}.',
			acknowledged: 'Asked on {{asked}}. We have it and look into it.',
			answered: 'Asked on {{asked}}. Answered on {{answered}}.'
		},
		complaintNew: 'Sent on {{asked}}. We say by {{due}} that we have it.',
		unread: 'New',
		read: 'Read it',
		words: 'What you wrote',
		answer: 'Our answer',
		noAnswer: 'There is no answer yet. It will be here.',
		copyGo: 'Read my copy',
		notHappy: 'Not happy with the answer?'
	},
	document: {
		heading: 'Everything we keep about you',
		made: 'Made on {{made}}, given to you on {{given}}.',
		careful: 'It is all about you. Keep it where nobody reads it who should not.',
		hidden: 'Where you see ███, a person took out words about somebody else, or another person’s secret.',
		leftOut: {
			one: '1 thing is left out here, because it is about somebody else.',
			many: '{{count}} things are left out here, because they are about somebody else.'
		},
		why: 'Why we have it',
		signs: 'Where you see [sign], this paper has no letter for it. On your page and in the data file it is there.',
		json: 'Data file (JSON)',
		pdf: 'Paper to print (PDF)',
		rights:
			'You can ask us to put something right or to take it away, and you can complain to us or to the Information Commissioner’s Office (ICO), 0303 123 1113.'
	}
} as const;
