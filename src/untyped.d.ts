// Paths of packages that have no types of their own. Nothing else lives here.
declare module 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js' {
	export { RateLimiterStoreAbstract as default } from 'rate-limiter-flexible';
}
