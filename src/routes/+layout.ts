// No page carries SvelteKit's script: everything works as plain forms, and enhance.js adds what a form cannot.
export const csr = false;
