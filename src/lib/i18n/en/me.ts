/*
 * Words of a young person's own pages: the first one, and what stands on all of them.
 */
export const me = {
	home: {
		hello: 'Hello, {{name}}',
		lead: 'This is your own page. Here we know that it is you.',
		read: 'Read to me',
		stop: 'Stop reading',
		places: 'Where do you want to go?',
		survey: 'Do a survey with a card',
		surveyHow: 'The survey does not know it is you, even when you are signed in here.',
		talk: 'Talk to someone',
		talkHow: 'Write to someone who listens and answers. You see who reads it before you send it.',
		help: 'Get help now',
		helpHow: 'People you can ring, day or night.',
		account: 'My account',
		accountHow: 'Your user name, how you come in, your devices, and everything that happened.',
		later: 'Coming later',
		letters: 'Letters to you will be here.',
		lettersHow: 'After a review, the person who leads it writes to you.'
	},
	quiet: {
		said: 'You are signed in until you press Sign out or Leave quickly. If you are quiet for 10 minutes, we close the door behind you; and after 2 hours in any case.',
		soon: 'Are you still here? We close the door in 2 minutes, so that nobody else looks in.',
		ends: 'Your page closes within 2 minutes, because it was open for 2 hours. Come in again after that.',
		here: 'I am still here'
	}
} as const;
