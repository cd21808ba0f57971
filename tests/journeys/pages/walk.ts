/*
 * How to come to a kind of page: what every list of pages here is made of.
 */
import type { Page } from '@playwright/test';
import type { Served } from '../served.ts';

export type Walk = (page: Page, served: Served) => Promise<void>;

/** A name for its screenshots, and the way there. */
export type Kind = readonly [string, Walk];

/** A page that is simply there. */
export const goto =
	(path: string): Walk =>
	async (page, { origin }) => {
		await page.goto(origin + path);
	};

/** One walk after the other. */
export const then =
	(...walks: readonly Walk[]): Walk =>
	async (page, served) => {
		for (const walk of walks) await walk(page, served);
	};

/** Presses what is called so. */
export const press =
	(name: string | RegExp): Walk =>
	async (page) => {
		await page.getByRole('button', { name }).first().click();
	};
