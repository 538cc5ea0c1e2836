import { m } from '#lib/messages/generated/messages.js';
import { ReleaseDamaged, ReleaseUnreachable, ReleaseUnsupported } from './release-store.ts';

/** Why a session could not open anything. */
export type FailureKind = 'webassembly' | 'unreachable' | 'damaged' | 'format' | 'empty' | 'engine';

/** A failure with its cause, where there is one. */
export interface Failure {
	readonly kind: FailureKind;
	readonly error: unknown;
}

/** What kind of failure an error while opening is. */
export function failureKind(error: unknown): FailureKind {
	if (error instanceof EngineMissing) return 'webassembly';
	if (error instanceof ReleaseDamaged) return 'damaged';
	if (error instanceof ReleaseUnsupported) return 'format';
	return error instanceof ReleaseUnreachable ? 'unreachable' : 'engine';
}

/** What happened and what to do, in the page's language. */
export function failureWords(kind: FailureKind): readonly [what: string, action: string] {
	switch (kind) {
		case 'webassembly':
			return [m.session_failed_webassembly(), m.session_failed_webassembly_action()];
		case 'unreachable':
			return [m.session_failed_unreachable(), m.session_failed_unreachable_action()];
		case 'damaged':
			return [m.session_failed_damaged(), m.session_failed_damaged_action()];
		case 'format':
			return [m.ledger_format_failed(), m.ledger_format_failed_action()];
		case 'empty':
			return [m.session_failed_empty(), m.session_failed_empty_action()];
		case 'engine':
			return [m.session_failed_engine(), m.session_failed_engine_action()];
	}
}

/** This browser cannot run the engine at all. */
export class EngineMissing extends Error {
	override readonly name = 'EngineMissing';
}

/** Why a question cannot be answered here although the page shows figures: the data could not be opened. In words. */
export class OpeningFailed extends Error {
	override readonly name = 'OpeningFailed';
	constructor(cause: unknown) {
		super(failureWords(failureKind(cause)).join(' '), { cause });
	}
}
