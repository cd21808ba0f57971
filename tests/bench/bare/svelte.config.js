import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default { kit: { adapter: adapter({ out: '../../output/bare' }), outDir: '../../output/bare-kit' } };
