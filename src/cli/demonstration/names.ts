/*
 * Invented words for the demonstration council: first names, staff, teams, places. No real person is meant by any.
 */

export const FIRST_NAMES: readonly string[] = (
	'Aaliyah Aaron Abdi Abena Adam Adaeze Agnieszka Ahmed Aisha Ajay Alara Alex Alfie Alice Alina Amara Amber Amelia ' +
	'Amina Amir Ana Andrei Angel Anika Anya Archie Aria Arjun Arlo Asha Ashton Aurora Ava Ayaan Ayo Bailey Bella ' +
	'Ben Beth Billy Blessing Bobby Brandon Brooke Caitlin Caleb Callum Cara Casey Charlie Chiara Chidi Chloe Cody ' +
	'Cora Courtney Daisy Daniel Darcy Dawid Demi Destiny Dexter Dilan Dylan Ebony Eden Ela Eli Eliza Ella Ellis ' +
	'Elodie Emeka Emily Erin Esme Ethan Eva Evie Ezra Farah Fatima Faith Felix Finley Florence Frankie Freya Gabriel ' +
	'George Grace Hamza Hana Harley Harper Harriet Harvey Hassan Heidi Hope Hugo Ibrahim Idris Imogen Imran Inaya ' +
	'Isaac Isla Ivy Jacob Jade Jai Jakub Jamal James Jasmine Jay Jaya Jayden Jesse Jodie Joel Josh Joy Jude Kacper ' +
	'Kai Kaya Keira Khadija Kian Kofi Krish Kwame Kyra Lacey Layla Leah Leo Leon Lewis Lexi Liam Lily Logan Lola ' +
	'Louis Lucas Lucy Luna Mabel Maddison Maia Malachi Maria Marley Maryam Mason Maya Megan Mia Mila Millie Mina ' +
	'Mohammed Molly Musa Mya Naomi Nathan Nia Niamh Noah Nora Oliver Olivia Omar Orla Oscar Owen Paige Parisa Petra ' +
	'Phoebe Poppy Priya Quinn Rafi Raheem Reece Reuben Rhys Riley Robin Rohan Ronnie Rosa Rosie Ruby Ryan Sabrina ' +
	'Safiya Sam Sanjay Santiago Sara Scarlett Sean Selin Seren Shanice Sienna Simran Skye Sofia Sonny Stella Summer ' +
	'Tahlia Tariq Taylor Temi Theo Thomas Tia Toby Tomasz Tyler Uma Valentina Victor Willow Xavier Yara Yasmin ' +
	'Yusuf Zac Zainab Zara Zoe Zuri'
).split(' ');

/** First names for young people who came alone from another country, by language. */
export const FIRST_NAMES_BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
	Arabic: ['Salim', 'Yousef', 'Karim', 'Nour', 'Anas'],
	Tigrinya: ['Filmon', 'Selam', 'Yonas', 'Robel', 'Senait'],
	Pashto: ['Zmarai', 'Gulab', 'Wali', 'Spozhmai', 'Khan'],
	Dari: ['Farid', 'Jawad', 'Parwana', 'Nasim'],
	'Kurdish Sorani': ['Rebin', 'Hiwa', 'Shilan', 'Aram'],
	Vietnamese: ['Minh', 'Linh', 'Quân', 'Thảo'],
	Albanian: ['Arben', 'Drita', 'Luan', 'Besa'],
	Amharic: ['Dawit', 'Hana', 'Bereket', 'Tsion']
};

export const OTHER_LANGUAGES: readonly string[] = ['Polish', 'Romanian', 'Urdu', 'Punjabi', 'Portuguese', 'Somali'];

export const REVIEWING_OFFICERS: readonly string[] = [
	'Amina Bello',
	'Gareth Pugh',
	'Lorna Whitcombe',
	'Sunil Rao',
	'Moira Keane',
	'Tomás Ferreira',
	'Esther Quaye',
	'Helen Marchbank'
];

export const TEAMS: readonly string[] = [
	'Looked After East',
	'Looked After West',
	'Safeguarding North',
	'Children with Disabilities',
	'Pathways 16+',
	'Arrivals'
];

const SURNAMES = 'Adeyemi Banks Clarke Dobson Evans Fofana Gill Harlow Iqbal Jarvis Kent Lowe Mistry Nash Osei Penrose';

/** Social workers by team: each team has eight. */
export const SOCIAL_WORKERS: readonly (readonly string[])[] = TEAMS.map((_, team) =>
	Array.from({ length: 8 }, (__, place) => {
		const surname = SURNAMES.split(' ')[(team * 3 + place) % 16];
		return `${'ABCDEFGHIJKLMNOPRSTW'[(team * 7 + place * 3) % 20]}. ${surname}`;
	})
);

/** The demonstration council's own districts, then those of its neighbours and farther away. */
export const HOME_DISTRICTS: readonly string[] = ['Harbour', 'Northgate', 'Millbrook Hill', 'Eastfield', 'St Anne’s'];
export const OTHER_DISTRICTS: readonly string[] = ['Wexmoor', 'Downley', 'Castlebury', 'Isle of Penn', 'Longmarsh'];

export const SCHOOLS: readonly string[] = [
	'Harbour Primary',
	'Northgate Juniors',
	'St Anne’s Academy',
	'Eastfield School',
	'Millbrook College',
	'The Beeches (special school)'
];
