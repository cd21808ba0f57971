/*
 * Words of the open pages: home, help, privacy, accessibility, and what to say when a page is not there.
 */
export const open = {
	home: {
		title: 'Tell it how it is.',
		lead: 'Earshot is for children and young people in care, and for care leavers.',
		lines: {
			say: 'In a survey you say how life is where you live.',
			secret: 'In a survey, nobody will know it was you, unless you tell us.',
			back: 'The people in charge hear what everyone said, and have to say what they will do.'
		},
		code: 'I have a code',
		codeHelp: 'Answer the questions. You can skip any of them.',
		own: 'My own page',
		ownHelp: 'Come in, or join with a card. This page knows that it is you.',
		help: 'I need help now',
		helpHelp: 'People you can ring, day or night, and people you can write to.',
		secretLink: 'How we keep it secret',
		staff: 'Working for the council?',
		staffLink: 'Sign in here'
	},
	help: {
		title: 'Get help',
		lead: 'Pick someone and ring. It is all right to ring about small things too.',
		danger: 'In danger right now?',
		dangerText:
			'Ring 999 for police, ambulance or fire. On a mobile and you can’t talk? Wait, then press 55 when you are asked.',
		ring: 'Ring {{number}}',
		always: 'Day and night',
		daytime: 'In the daytime',
		others: 'People you can talk to',
		free: 'These calls are free. You do not have to say your name.',
		noName: 'You do not have to say your name.',
		freeCall: 'Free to ring',
		paidCall: 'Costs the same as other calls',
		near: {
			title: 'People near you',
			advocacy: 'Advocates: people on your side, who help you get heard.',
			participation: 'They run Earshot, and want to know what you think.',
			hours: 'When they answer: {{hours}}',
			night: 'At other times: {{night}}'
		},
		lines: {
			emergency: 'Police, ambulance or fire, when someone is in danger now.',
			childline: 'Someone who listens, about anything at all. Up to your 19th birthday.',
			nyas: 'Advocates: people on your side, who help you get heard.',
			'coram-voice': 'Advocates for children in care and care leavers, anywhere in England.',
			'help-at-hand':
				'The Children’s Commissioner’s team. They help when the people who should look after you get it wrong.'
		},
		night: {
			title: 'Nobody reads this website at night',
			text: 'What you write to “Talk to someone” is read on working days. What you write in a survey goes into a locked box: nobody can see who wrote it, so nobody can send help to you from there. If you need someone today or tonight, ring Childline or 999.'
		},
		talk: {
			title: 'Write to someone',
			text: 'You can write to the people at {{council}} whose job it is to keep children safe. They read it on working days, not at night, and they answer you. That part is not secret.',
			go: 'Talk to someone',
			answer: 'Read my answer with my code'
		},
		data: {
			title: 'Complain about your data',
			text: 'Did somebody see what they should not? Did we get something about you wrong?',
			go: 'Complain about how we look after your data',
			answer: 'Read the answer to a complaint'
		},
		known: {
			title: 'Tell someone you know',
			text: 'You can tell any adult you trust: a teacher, your social worker, your reviewing officer, your personal adviser or your advocate. If you are in danger, they have to do something about it, and they should tell you what.'
		},
		checked: 'Someone at {{council}} checked these numbers on {{date}}.'
	},
	privacy: {
		title: 'How we keep your answers secret',
		lead: 'Nobody can look up your answers: not the people who look after you, not your social worker, not your school.',
		points: {
			box: {
				title: 'Your answers go into a locked box',
				text: 'When you send them, they are locked. Nobody can open the box while the survey is on. When it ends, a computer opens it, shuffles all the answers and counts them. Then the key is destroyed. What stays is a shuffled pile without names.'
			},
			code: {
				title: 'Your code is not your name',
				text: 'When the cards are made, one list says which card is for whom, so that they can be posted. Then it has to be deleted, and this website keeps no copy. We know how many codes we gave you, not whether you used one. So if there is a reminder, everyone gets it.'
			},
			groups: {
				title: 'Small groups stay hidden',
				text: 'We only show a number when ten or more people answered, and we round it. So nobody can work out who said what.'
			},
			words: {
				title: 'The words you write',
				text: 'They are locked for the day, then shuffled with everyone else’s from that day. Staff read them without knowing who wrote them. On a day when only a few people write, it is easier to guess. And if you write your name or say who you are, we may know it is you. We only use your words if you tick the box.'
			},
			later: {
				title: 'Stopping and coming back',
				text: 'You can save your answers and come back. They are locked with your code and three pictures you pick. Without the three pictures nobody can read them, so if you forget them you start again.'
			},
			page: {
				title: 'Your own page is another thing',
				text: 'If you make a page of your own, it knows that it is you. The survey does not: it never looks at your page, even when you are signed in.'
			},
			keeps: {
				title: 'What your own page keeps',
				text: 'Your page keeps your user name, when you came in, and on what kind of phone or computer. You see it all in My account; nobody who works with you does. They only see that you have a page. We also write down that you came in and when, never how, so that we can look into it if someone breaks in.'
			},
			also: {
				title: 'What else we keep',
				text: 'How you want us to tell you that something is here for you, if you chose that, and what we told you. What you asked about your data, or complained about, and our answers. When staff whose job is not with you open your page, they have to say why, and we keep who it was and what they said. You can read who opened your page in My account.'
			},
			long: {
				title: 'How long we keep it',
				text: 'Who you are and where you lived: while you are in care or a care leaver, and {{roster}} after that. What happened with your account: {{events}}. Messages to “Talk to someone”: {{messages}} after they are closed, or much longer if they were put on your record at the council. What we told you: {{notices}}. What you asked about your data: {{requests}} after the answer. Why somebody opened your page: {{reasons}}.'
			},
			talk: {
				title: 'When you talk to someone',
				text: 'That part is not secret. We keep what you wrote, how we may reach you, what you were answered, and who opened it and when. It is locked with a key of its own. Before you send it we show you who will see it. It has nothing to do with any survey, and nobody can put the two together.'
			},
			device: {
				title: 'On this phone or computer',
				text: 'While you answer, one small file (a cookie) remembers where you are. It goes when you tap I’m done, leave quickly or hand over to someone else, or after 20 minutes of doing nothing. About surveys we keep no list of phones or computers, and we do not follow you around. On your own page another cookie keeps you signed in, until you sign out or leave quickly. When you talk to someone without a page of your own, a cookie keeps your answer open. It goes when you tap I’m done or leave quickly, or after 20 minutes of doing nothing. If you make pages comfy, a cookie remembers how they should look, and nothing else. It goes when you hand over to someone else, sign out, leave quickly or close the browser.'
			}
		},
		notSecret: {
			title: 'What is not secret',
			text: 'If what you write shows that someone is in danger, we will try to keep them safe. We do not know who you are, so we can’t send help from here. If you want someone to talk with you, tap',
			link: 'Talk to someone.',
			end: 'That part is not secret.'
		},
		rights: {
			title: 'Your rights',
			text: 'You have the right to see what we keep about you, to get a copy, to put it right, and to take it away.',
			own: 'See it, copy it or take it away on your own page',
			open: 'No page of your own? Write to someone, and say what you want to see, put right or take away.',
			go: 'Talk to someone'
		},
		kept: {
			months_one: '{{count}} month',
			months_other: '{{count}} months',
			years_one: '{{count}} year',
			years_other: '{{count}} years'
		},
		yours: {
			title: 'You decide',
			text: 'You can skip any question and stop at any time. You can change answers until you send them. After that we can’t take them out, because we can’t find which ones are yours.'
		},
		who: {
			title: 'Who runs this',
			text: '{{council}} runs Earshot.'
		},
		answers: {
			title: 'What happens with what everyone says',
			text: 'The people in charge hear what everyone said, and have to say what they will do.'
		},
		staff: {
			title: 'For adults who work here',
			text: 'We keep your name, your role, when you signed in, and what you opened or changed. It keeps this place safe, and it is used for nothing else.'
		},
		complain: {
			title: 'Not happy with this?',
			text: 'Complain to us: the safeguarding lead reads it and answers you. You do not need a page of your own, and you do not have to say your name.',
			go: 'Complain about how we look after your data',
			read: 'Read the answer to a complaint',
			ico: 'You can also tell the Information Commissioner, who checks how everyone looks after information: {{number}}.'
		}
	},
	accessibility: {
		title: 'Making it work for you',
		lead: 'Earshot should work for everyone. This page says what works, what does not yet, and what to do about it. It is a draft.',
		works: {
			title: 'What works',
			items: {
				script: 'Every page works without JavaScript, and on an old phone.',
				keyboard: 'You can do everything with a keyboard, and you can always see where you are.',
				zoom: 'You can make everything four times bigger, or use a very small screen.',
				comfy:
					'On every page for young people you can tap “Make it comfy”: bigger words, more space, easier letters, other colours, extra clear, dark, or nothing that moves. There you also choose how fast the voice is, and from 11 on whether there is a speaker by every question.',
				dark: 'If your phone or computer is set to dark, these pages are too.',
				motion: 'Nothing flashes or moves about.',
				ages: 'There are four surveys: for 4 to 7 with a helper, for 8 to 10, for 11 to 17, and for care leavers of 16 to 25. The younger two have signs beside the words. Up to 7, you answer with three drawn faces.',
				read: 'Survey pages and most of your own pages can be read aloud to you. It starts only when you ask, and it uses a voice that is on your phone or computer, or words that your council has recorded. For 4 to 7, once you have tapped a speaker, each new page reads its question by itself.',
				colour: 'Colour is never the only way we say something.'
			}
		},
		open: {
			title: 'How long pages stay open',
			text: 'You have time. But so that nobody else looks in, pages close after a while.',
			items: {
				survey:
					'A survey closes when you do nothing for 20 minutes, and after 6 hours in any case. On most phones and computers it tells you 2 minutes before. If you picked three pictures, what you answered is kept.',
				own: 'Your own page closes when you do nothing for 10 minutes, and after 2 hours in any case. On most phones and computers it tells you 2 minutes before. What you sent is kept.',
				talk: 'When you talk to someone without a page of your own, your answer closes when you do nothing for 20 minutes. You can open it again with your code.',
				door: 'When you join with a card you have half an hour for each step, and when you come in, 10 minutes. After that you begin again, and your card still works.'
			}
		},
		missing: {
			title: 'What does not work yet',
			items: {
				english: 'Everything is in English only.',
				read: 'Where your phone or computer has no voice of its own and nobody has recorded the words, nothing can be read aloud. The same where JavaScript is off. Help and information pages, and the pages where you set how you come in, do not read themselves aloud. The reader in your phone or computer can read them all.',
				tested: 'Nobody from outside has tested these pages yet. We test them with two programs and by hand.'
			}
		},
		aim: {
			title: 'Our aim',
			text: 'We follow WCAG 2.2 at level AA. On pages for young people, words stand out more than that asks for (7 to 1), and everything you tap is at least 44 pixels big.'
		},
		ask: {
			title: 'If something does not work for you',
			text: 'Tell us, with “Talk to someone”: it works without a code and without your name. Or ask any adult you trust. They can sit with you, read the questions out, or find another way. Asking never changes what people know about your answers.',
			go: 'Talk to someone'
		}
	},
	error: {
		missing: {
			title: 'This page is not here',
			text: 'Maybe the address has a letter wrong, or the page has moved. Start again from the first page.'
		},
		forbidden: {
			title: 'This page is not open to you',
			text: 'It belongs to someone else. You did nothing wrong.'
		},
		busy: {
			title: 'A lot is going on right now',
			text: 'Please wait a minute, then try again.'
		},
		broken: {
			title: 'Something broke on our side',
			text: 'It was not you. Everything we thanked you for is safe. Go back one page and try again in a minute.'
		},
		mine: 'Go to my own page',
		home: 'Go to the first page'
	}
} as const;
