/*
 * Words of the components. Words of pages stand in a file of their own.
 */
export const ui = {
	name: 'Earshot',
	skipToMain: 'Skip to the main part',
	alwaysThere: 'Always there for you',
	yourWay: 'Your way',
	getHelp: 'Get help',
	talk: 'Talk',
	toSomeone: 'to someone',
	leaveQuickly: 'Leave quickly',
	signOut: 'Sign out',
	footer: {
		unknown: 'We do not know who you are, so we can’t send help from here. If you want someone to talk with you, tap',
		talk: 'Talk to someone.',
		notSecret: 'That part is not secret.',
		privacy: 'How we keep your answers secret',
		accessibility: 'Making it work for you'
	},
	/** Where somebody makes pages easier to read and to listen to. */
	comfort: {
		link: 'Make it comfy',
		heading: 'Make it comfy',
		lead: 'Tap what helps you. It changes at once.',
		visit: 'It stays until you stop, or someone else has a turn.',
		done: 'Done',
		usual: 'Back to usual',
		sample: {
			letters: 'Aa',
			words: 'I like to read with my cat on my knees.'
		},
		size: {
			title: 'How big words are',
			usual: 'Usual',
			bigger: 'Bigger',
			biggest: 'Biggest'
		},
		space: {
			title: 'Space around words',
			usual: 'Usual',
			roomy: 'More space'
		},
		face: {
			title: 'The shape of letters',
			hint: 'Some people with dyslexia find these letters easier to tell apart.',
			usual: 'Usual',
			dyslexic: 'Easy letters'
		},
		paper: {
			title: 'The colour behind words',
			device: 'Like my device',
			light: 'Light',
			dark: 'Dark',
			butter: 'Butter',
			sky: 'Sky',
			mint: 'Mint',
			peach: 'Peach',
			lavender: 'Lavender'
		},
		contrast: {
			title: 'How clear things are',
			usual: 'Usual',
			high: 'Extra clear'
		},
		read: {
			title: 'Read to me',
			hint: 'It works if your phone or computer has a voice.',
			off: 'Usual',
			on: 'A speaker by every question'
		},
		pace: {
			title: 'How fast the voice is',
			normal: 'Usual',
			slow: 'Slow',
			quick: 'Quick'
		},
		motion: {
			title: 'Things that move',
			device: 'Like my device',
			less: 'Keep still'
		}
	},
	staff: { sections: 'Sections', menu: 'Menu', signOut: 'Sign out' },
	domains: {
		relationships: 'Relationships',
		resilience: 'Resilience',
		rights: 'Rights',
		recovery: 'Recovery',
		'well-being': 'Well-being'
	},
	question: {
		notThisOne: 'Skip this one',
		notThisOneYoung: 'Not this one',
		forHelper: 'For the grown-up who is helping',
		range: 'A number from {{least}} to {{most}}.',
		tickAll: 'Pick as many as you like.',
		commentHint:
			'If you write your name or say who you are, we may know it is you. If what you write shows that someone is in danger, we will try to keep them safe.',
		commentWhen: 'People read this on working days, not at night. If you need someone now, ring Childline: 0800 1111.',
		quote: 'You may use my words, without my name',
		refused: {
			'not an option': 'Something went wrong with this one, so we did not keep it. Please pick again.',
			'more than one':
				'We got more than one answer here, and there is room for one. Please pick the one that fits best.',
			'does not go together':
				'Two of your answers here do not go together. Please take one of them away. Nothing is lost.',
			'not a number':
				'That does not look like a number from {{least}} to {{most}}. What you typed is still here. Please type it in figures, or leave it empty.',
			'too long':
				'You wrote {{length}} letters and there is room for {{room}}. Nothing is lost: please make it a bit shorter.'
		}
	},
	pictures: {
		sun: 'Sun',
		moon: 'Moon',
		star: 'Star',
		cloud: 'Cloud',
		tree: 'Tree',
		leaf: 'Leaf',
		flower: 'Flower',
		apple: 'Apple',
		fish: 'Fish',
		cat: 'Cat',
		dog: 'Dog',
		bird: 'Bird',
		snail: 'Snail',
		boat: 'Boat',
		car: 'Car',
		bike: 'Bike',
		kite: 'Kite',
		ball: 'Ball',
		drum: 'Drum',
		key: 'Key',
		cup: 'Cup',
		hat: 'Hat',
		house: 'House',
		book: 'Book',
		heart: 'Heart',
		bell: 'Bell',
		umbrella: 'Umbrella',
		rocket: 'Rocket',
		cake: 'Cake',
		mountain: 'Mountain',
		rainbow: 'Rainbow',
		butterfly: 'Butterfly',
		mushroom: 'Mushroom',
		tent: 'Tent',
		train: 'Train',
		crown: 'Crown'
	}
} as const;
