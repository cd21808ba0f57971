/*
 * The texts of a form by their names; files and repeated names are not for here.
 */
export function textsOf(form: FormData): Record<string, string> {
	return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
