/*
 * Where "Leave quickly" leads: a page that anybody might have open. Becomes a setting of the council.
 */
export const QUICK_EXIT_ADDRESS = 'https://www.bbc.co.uk/weather';
