/*
 * Every indicator the surveys follow: its key, its name for staff, its domain, and the versions that ask it.
 * A key is kept for good, so that a trend survives a birthday; question wording lives in questionnaires/.
 */
import { VERSIONS, type Domain, type Version } from './question.ts';

export interface Indicator {
	key: string;
	/** In plain words, to be read after "Young people …": "Feel safe where they live". */
	name: string;
	domain: Domain;
	versions: readonly Version[];
}

const EVERYONE = VERSIONS;
const IN_CARE = ['4-7', '8-10', '11-17'] as const;
const FROM_8 = ['8-10', '11-17', '16-25'] as const;
const IN_CARE_FROM_8 = ['8-10', '11-17'] as const;
const FROM_11 = ['11-17', '16-25'] as const;
const CARE_LEAVERS = ['16-25'] as const;

function asked(versions: readonly Version[], domain: Domain, key: string, name: string): Indicator {
	return { key, name, domain, versions };
}

export const INDICATORS: readonly Indicator[] = [
	asked(EVERYONE, 'recovery', 'feels-safe', 'Feel safe where they live'),
	asked(EVERYONE, 'recovery', 'feels-settled', 'Feel settled where they live'),
	asked(IN_CARE, 'recovery', 'likes-bedroom', 'Like their bedroom'),
	asked(IN_CARE, 'relationships', 'trusts-adults', 'Trust the adults they live with'),
	asked(IN_CARE, 'relationships', 'adults-notice', 'Live with adults who notice how they feel'),
	asked(IN_CARE, 'resilience', 'likes-school', 'Like school or college'),
	asked(IN_CARE, 'resilience', 'fun-weekends', 'Have fun at weekends'),
	asked(EVERYONE, 'well-being', 'happy-yesterday', 'Felt happy yesterday'),
	asked(IN_CARE, 'rights', 'knows-why-in-care', 'Know why they are in care'),
	asked(IN_CARE, 'relationships', 'knows-social-worker', 'Know who their social worker is'),
	asked(EVERYONE, 'relationships', 'good-friend', 'Have a good friend'),

	asked(FROM_8, 'well-being', 'life-getting-better', 'Say that life is getting better'),
	asked(IN_CARE_FROM_8, 'rights', 'included-in-decisions', 'Are included in decisions'),
	asked(FROM_8, 'relationships', 'sees-mum', 'See their mum as often as is right for them'),
	asked(FROM_8, 'relationships', 'sees-dad', 'See their dad as often as is right for them'),
	asked(FROM_8, 'relationships', 'sees-siblings', 'See brothers and sisters as often as is right for them'),
	asked(IN_CARE_FROM_8, 'recovery', 'bullying', 'Are not kept from school by fear of bullying'),
	asked(IN_CARE_FROM_8, 'recovery', 'bullying-help', 'Get help if they are bullied'),
	asked(IN_CARE_FROM_8, 'recovery', 'worries', 'Are not often worried'),
	asked(IN_CARE_FROM_8, 'recovery', 'worries-help', 'Have someone who helps with worries'),
	asked(IN_CARE_FROM_8, 'resilience', 'education-interest', 'Have carers who take an interest in their education'),
	asked(FROM_8, 'rights', 'internet', 'Can use the internet where they live'),
	asked(FROM_8, 'relationships', 'pets', 'Have a pet or an animal to be with'),
	asked(IN_CARE_FROM_8, 'rights', 'same-as-friends', 'Can do the same things as friends'),
	asked(IN_CARE_FROM_8, 'resilience', 'trusted', 'Are trusted by adults'),
	asked(IN_CARE_FROM_8, 'rights', 'made-different', 'Are not made to feel different because of care'),
	asked(IN_CARE_FROM_8, 'relationships', 'social-workers-year', 'Had no more than two social workers this year'),
	asked(IN_CARE_FROM_8, 'relationships', 'social-worker-reach', 'Can easily get in touch with their social worker'),
	asked(FROM_8, 'resilience', 'hobbies', 'Do hobbies and activities'),
	asked(IN_CARE_FROM_8, 'resilience', 'nature', 'Spend time in nature and outdoors'),
	asked(FROM_8, 'rights', 'knows-advocate', 'Know that they can ask for an advocate'),
	asked(IN_CARE_FROM_8, 'resilience', 'chances-to-be-trusted', 'Get chances to show they can be trusted'),

	asked(FROM_11, 'well-being', 'life-satisfaction', 'Are satisfied with life'),
	asked(FROM_11, 'well-being', 'worthwhile', 'Feel that what they do in life is worthwhile'),
	asked(FROM_11, 'well-being', 'positive-future', 'Are positive about the future'),
	asked(FROM_11, 'recovery', 'appearance', 'Are happy with how they look'),
	asked(['11-17'], 'resilience', 'second-chance', 'Get a second chance when something goes wrong'),

	asked(CARE_LEAVERS, 'recovery', 'right-home', 'Live in a home that is right for them'),
	asked(CARE_LEAVERS, 'resilience', 'money', 'Manage financially'),
	asked(CARE_LEAVERS, 'relationships', 'loneliness', 'Are not often lonely'),
	asked(CARE_LEAVERS, 'well-being', 'stress', 'Are not often stressed or anxious'),
	asked(CARE_LEAVERS, 'relationships', 'believed-in', 'Have someone who believes in them'),
	asked(CARE_LEAVERS, 'relationships', 'trusts-adviser', 'Trust their personal adviser'),
	asked(CARE_LEAVERS, 'relationships', 'adviser-reach', 'Can easily get in touch with their personal adviser'),
	asked(CARE_LEAVERS, 'rights', 'pathway-plan', 'Are involved in their pathway plan'),
	asked(CARE_LEAVERS, 'rights', 'knows-rights', 'Know their rights and entitlements'),
	asked(CARE_LEAVERS, 'resilience', 'education-or-work', 'Are in education, work or training'),
	asked(CARE_LEAVERS, 'relationships', 'parenting', 'Get the support they need as a parent'),
	asked(CARE_LEAVERS, 'recovery', 'health', 'Are in good health'),
	asked(CARE_LEAVERS, 'recovery', 'life-story', 'Understand their life story')
];

/** The indicator with this key, or null. */
export function indicatorOf(key: string): Indicator | null {
	return INDICATORS.find((indicator) => indicator.key === key) ?? null;
}

/** The indicators that a version must ask, in the order of the list. */
export function indicatorsOf(version: Version): readonly Indicator[] {
	return INDICATORS.filter((indicator) => indicator.versions.includes(version));
}
