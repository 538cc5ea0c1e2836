import { expect, test } from 'vitest';
import { spanWords } from '#lib/views/wall/status/span-words.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

test('a length of time is told in its two largest units', () => {
	expect([-1, 59_000, minute, 59.9 * minute].map(spanWords)).toEqual(['0 分钟', '0 分钟', '1 分钟', '59 分钟']);
	expect([hour, hour + minute, 23.99 * hour].map(spanWords)).toEqual(['1 小时', '1 小时 1 分钟', '23 小时 59 分钟']);
	expect([day, day + 59 * minute, 100 * day + 5 * hour].map(spanWords)).toEqual(['1 天', '1 天', '100 天 5 小时']);
});
