import { expect, test } from 'vitest';
import { formatAge } from '#lib/state/notices.ts';

const now = new Date('2024-10-08T12:00:00Z');

test('an age in words, in the unit that a person would use', () => {
	expect(formatAge('2024-10-08T11:50:00Z', now, 'zh-CN')).toBe('10分钟前');
	expect(formatAge('2024-10-08T02:00:00Z', now, 'zh-CN')).toBe('10小时前');
	expect(formatAge('2024-10-03T12:00:00Z', now, 'en')).toBe('5 days ago');
	expect(formatAge('2024-10-08T12:05:00Z', now, 'en')).toBe('1 minute ago');
});
