import { expect, test } from 'vitest';
import { maskName } from '#lib/views/masking.ts';

test('a person keeps the first character, an invented one the mark too', () => {
	expect(maskName('张三')).toBe('张*');
	expect(maskName(' 欧阳修 ')).toBe('欧*');
	expect(maskName('John Smith')).toBe('J*');
	expect(maskName('张三（示例）')).toBe('张*（示例）');
	expect(maskName('示例张三')).toBe('张*（示例）');
	expect(maskName('示例·李四')).toBe('李*（示例）');
	expect(maskName('𠮷田')).toBe('𠮷*');
	expect(maskName('示例选手000123')).toBe('示例选手000123');
	expect(maskName('示例职工00012')).toBe('示例职工00012');
	expect(maskName('示例职工张三')).not.toContain('张三');
});

test('teams are no persons; nothing stays nothing', () => {
	expect(maskName('万州区代表队')).toBe('万州区代表队');
	expect(maskName('示例公司一队')).toBe('示例公司一队');
	expect(maskName('')).toBeNull();
	expect(maskName(null)).toBeNull();
});
