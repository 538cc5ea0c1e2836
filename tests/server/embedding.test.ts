import { expect, test } from 'vitest';
import { allowEmbedding } from '#lib/server/embedding.ts';

const policy = "default-src 'self'; frame-ancestors 'self'; base-uri 'none'";
function after(setting: string | undefined): string | null {
	const headers = new Headers({ 'content-security-policy': policy });
	allowEmbedding(headers, setting);
	return headers.get('content-security-policy');
}

test('origins that a setting names may embed, beside the own', () => {
	expect(after('https://oa.example.cn, http://10.0.0.8:8080')).toBe(
		"default-src 'self'; frame-ancestors 'self' https://oa.example.cn http://10.0.0.8:8080; base-uri 'none'"
	);
	expect(after('https://*.example.cn')).toContain("'self' https://*.example.cn;");
});

test.each([
	undefined,
	'',
	'*',
	'https://a.cn; script-src *',
	'https://a.cn/path',
	'javascript:alert(1)',
	'oa.example.cn'
])('%s opens nothing that is no origin', (setting) => {
	const [ancestors] = /frame-ancestors [^;]*/.exec(after(setting) ?? '') ?? [];
	expect(
		ancestors?.split(' ').every((part) => part === 'frame-ancestors' || part === "'self'" || part === 'https://a.cn')
	).toBe(true);
	expect(after(setting)).not.toContain('script-src');
});

test('a page without a policy gets none', () => {
	const headers = new Headers();
	allowEmbedding(headers, 'https://a.cn');
	expect([...headers]).toEqual([]);
});
