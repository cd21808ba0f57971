/*
 * Words for "who opened my things": what somebody did, who they are to the reader, and why they said they did.
 */
export const opened = {
	heading: 'Who opened my things',
	back: 'Back to my account',
	lead: 'When somebody who does not work with you opens your page, they must write down why. You can read it here.',
	own: 'Your own social worker and the person who runs your reviews (your IRO) can look at your page on the council’s list when they need to. That is not written here each time.',
	survey: 'Nobody can open your survey answers. They do not know they are yours.',
	who: {
		IRO: 'runs your reviews (your IRO)',
		'social worker': 'your social worker',
		'participation officer': 'from the participation team',
		'safeguarding lead': 'looks after children’s safety',
		'another worker': 'works at the council',
		Earshot: 'The computer that runs Earshot'
	},
	what: {
		page: 'Looked at your page on the council’s list',
		corrected: 'Changed something the council’s list says about you',
		added: 'Put you on the council’s list',
		card: 'Made a card for you',
		cardStopped: 'Stopped your card',
		message: 'Opened your message',
		answered: 'Answered your message',
		assigned: 'Chose who looks after your message',
		escalated: 'Told the next person, because your message was waiting too long',
		onFile: 'Put your message on your record at the council',
		closed: 'Closed your message, and wrote what was done',
		openedAgain: 'Opened your message again',
		acknowledged: 'Said that your question about your information has come in',
		request: 'Opened your question about your information',
		requestAnswered: 'Answered your question about your information',
		copy: 'Made a copy of what is kept about you'
	},
	times: '{{count}} times that day',
	why: 'Why:',
	kinds: {
		asked: 'You or somebody for you asked them.',
		worry: 'They were worried about your safety.',
		roster: 'They put the council’s list right.',
		card: 'They made a card or letter for you.',
		other: 'Something else.'
	},
	wrote: 'They wrote:',
	none: 'Nobody has opened your things yet.',
	noneHow: 'When somebody does, it will be here: who it was, what they did, and why.',
	noOlder: 'There is nothing older.',
	older: 'Show older',
	newest: 'Back to the newest',
	odd: 'Does something look wrong?',
	oddHow: 'You can ask about it. Nobody will be cross with you.',
	talk: 'Talk to someone about it',
	link: 'Who opened my things',
	linkHow: 'See who looked at your page, and why.'
} as const;
