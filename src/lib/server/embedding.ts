/** A scheme, a host with at most one wildcard at its front, and perhaps a port: what a policy takes for an origin. */
const origin = /^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i;

/**
 * Lets pages of these origins (separated by blanks or commas) show this page within themselves; its own origin always
 * may. What is no origin is left out, so that a slip of the pen opens nothing.
 */
export function allowEmbedding(headers: Headers, setting: string | undefined): void {
	const origins = (setting ?? '').split(/[\s,]+/).filter((one) => origin.test(one));
	const policy = headers.get('content-security-policy');
	if (!policy || origins.length === 0) return;
	const ancestors = `frame-ancestors 'self' ${origins.join(' ')}`;
	headers.set('content-security-policy', policy.replace(/frame-ancestors [^;]*/, ancestors));
}
