import type { LayoutServerLoad } from './$types';
import type { Language } from '#lib/i18n/translate.ts';

export const load: LayoutServerLoad = () => ({ language: 'en' as Language });
