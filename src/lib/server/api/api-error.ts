import type { Bilingual } from '#lib/format/language.ts';

/** Every code that `error.code` may hold, with the status that it comes with. */
export const apiErrors = {
	unknown_parameter: 400,
	repeated_parameter: 400,
	missing_parameter: 400,
	bad_parameter: 400,
	cannot_answer: 400,
	too_many_rows: 400,
	no_release: 404,
	no_board: 404,
	no_such_address: 404,
	method_not_allowed: 405,
	other_format: 409,
	failed: 500,
	busy: 503
} as const;

export type ApiErrorCode = keyof typeof apiErrors;

/** A question that is not answered: told in both languages, with the parameter that it is about. */
export class ApiError extends Error {
	override readonly name = 'ApiError';
	readonly code: ApiErrorCode;
	readonly text: Bilingual;
	readonly parameter: string | null;

	constructor(code: ApiErrorCode, zh: string, en: string, parameter: string | null = null) {
		super(en);
		this.code = code;
		this.text = { zh, en };
		this.parameter = parameter;
	}

	/** HTTP status. */
	get status(): number {
		return apiErrors[this.code];
	}

	/** The body of the answer. */
	get body(): { readonly error: Readonly<Record<'code' | 'zh' | 'en', string> & { parameter: string | null }> } {
		return { error: { code: this.code, ...this.text, parameter: this.parameter } };
	}
}
