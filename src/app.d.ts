import type { ServedPage } from '#lib/state/page-server.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
		}
		interface Locals {
			/** What the page starts from; null where the browser works it out. Absent on addresses that are no pages. */
			served?: () => ServedPage | null;
		}
	}
}
export {};
