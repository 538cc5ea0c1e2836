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
	if (error instanceof ReleaseDamaged) return 'damaged';
	if (error instanceof ReleaseUnsupported) return 'format';
	return error instanceof ReleaseUnreachable ? 'unreachable' : 'engine';
}
