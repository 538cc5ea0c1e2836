import { expect, test } from 'vitest';
import { contrast } from '#lib/dimensions/profile-accent.ts';
import { parseProfile } from '#lib/dimensions/profile.ts';
import { ProfileError } from '#lib/dimensions/profile-fields.ts';

const meta = (changes: object = {}) =>
	JSON.stringify({
		id: 'sample',
		title: { zh: '示例', en: 'Sample' },
		subtitle: { zh: '示例', en: 'Sample' },
		home: 'G',
		regionNoun: { zh: '单位', en: 'units' },
		...changes
	});

/** The profile with its mistakes told apart: what works, and a sentence in each language for what does not. */
function read(files: Record<string, string>) {
	const mistakes: ProfileError[] = [];
	const profile = parseProfile({ 'profile.json': meta(), ...files }, (mistake) => mistakes.push(mistake));
	return {
		profile,
		en: mistakes.map(({ text }) => text.en),
		zh: mistakes.map(({ text }) => text.zh),
		places: mistakes.map(({ file, line }) => `${file}:${line}`)
	};
}

test('units that are above each other are named once, by the line that closes the circle; the other units work', () => {
	const { profile, en, zh } = read({
		'regions.csv':
			'code,parent,name\nG,none,示例集团\nA,C,甲公司\nB,A,甲公司一车间\nC,B,甲公司一车间一班\nD,C,甲公司一车间一班一组\nE,G,乙公司\nF,E,乙公司一车间\n'
	});
	expect(en).toEqual(['regions.csv, line 3: A is its own ancestor (A › C › B › A).']);
	expect(zh).toEqual(['regions.csv第3行：A 成了自己的上级（A › C › B › A）。']);
	// What hangs on the circle has no way up either, and is no mistake of its own.
	expect(profile.regions.map(({ code }) => code)).toEqual(['E', 'F', 'G']);
});

test('a region that two groups claim stays with the first; both groups work', () => {
	const { profile, en, zh } = read({
		'regions.csv': 'code,parent,name\nG,none,集团\nA,G,甲\nB,G,乙\nC,G,丙\n',
		'groups.csv': 'code,name,members\nn,北方,A B\ns,南方,B C\nx,空,Z\n'
	});
	expect(en).toEqual([
		'groups.csv, line 3: B is in 北方 already.',
		'groups.csv, line 4: Z is no region of this profile.'
	]);
	expect(zh[0]).toBe('groups.csv第3行：B 已归入“北方”。');
	expect(profile.groups.map(({ code, members }) => `${code} ${members.join('+')}`)).toEqual(['n A+B', 's C']);
});

test('every mistake is told, each with its line; rows without one are read', () => {
	const { profile, places } = read({
		'regions.csv':
			'code,parent,name,tile_row,tile_col\nG,none,集团,,\nA,G,甲,0,0\nB,G,乙,0,0\nC,Y,丙,0,1\nD,G,,0,2\nE,G,戊,1.5,0\nF,G,己\n',
		'campaigns.csv': 'code,name\na,示例\na,重复\nb,\n',
		'metrics.csv': 'indicator,unit,kind\n甲,个,flow\n乙,%,flow\n丙,,stock\n丁,元,ratio\n'
	});
	expect(places.toSorted()).toEqual([
		'campaigns.csv:3',
		'campaigns.csv:4',
		'metrics.csv:3',
		'metrics.csv:4',
		'regions.csv:4',
		'regions.csv:5',
		'regions.csv:6',
		'regions.csv:7',
		'regions.csv:8'
	]);
	expect(profile.regions.map(({ code, tileRow }) => `${code} ${tileRow}`)).toEqual(['A 0', 'B null', 'G null']);
	expect(profile.campaigns.map(({ code }) => code)).toEqual(['a']);
	expect(profile.metrics.map(({ indicator }) => indicator)).toEqual(['甲', '丁']);
});

test('without a readable profile.json or a home there is no profile', () => {
	const refused = (files: Record<string, string>) => () => read(files);
	expect(refused({ 'profile.json': '{' })).toThrow(ProfileError);
	expect(refused({ 'regions.csv': 'code,parent,name\nA,none,甲\n' })).toThrow('profile.json: the home G is neither');
	expect(refused({ 'regions.csv': 'code,parent,name\nG,A,集团\nA,G,甲\n' })).toThrow(
		'profile.json: the home G cannot be used: what is above it is wrong.'
	);
});

test('contrast as WCAG has it; a light accent alone gives a dark one that is read as well', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
	// Grey 119 is the darkest grey below 4.5:1 on white: 4.48.
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	const { profile } = read({
		'profile.json': meta({ accent: '#5b3fa8' }),
		'regions.csv': 'code,parent,name\nG,none,集团\n'
	});
	expect(profile.accent).toBe('#5b3fa8');
	expect(profile.accentDark).not.toBe('#ffffff');
	for (const paper of ['#15171a', '#202328'])
		expect(contrast(profile.accentDark ?? '', paper)).toBeGreaterThanOrEqual(4.5);
});

test('colours that cannot be read on the page are refused', () => {
	const mistake = (colours: object) => () => read({ 'profile.json': meta(colours) });
	expect(mistake({ accent: '#777777' })).toThrow('"accent" #777777 has a contrast of 4.3 with the page');
	expect(mistake({ accent: '#5b3fa8', accentDark: '#5b3fa8' })).toThrow('"accentDark" #5b3fa8 has a contrast of 2.');
	expect(mistake({ accentDark: '#b5a4ff' })).toThrow('"accentDark" is there without "accent"');
});

test('key industries are section letters; what is none is told and left out', () => {
	const { profile, en } = read({
		'profile.json': meta({ keyIndustries: ['C', 'C13', 'Z', 'I'] }),
		'regions.csv': 'code,parent,name\nG,none,集团\n'
	});
	expect(profile.keyIndustries).toEqual(['C', 'I']);
	expect(en).toEqual([
		'profile.json: "C13" in "keyIndustries" is no section letter (A–T).',
		'profile.json: "Z" in "keyIndustries" is no section letter (A–T).'
	]);
	expect(read({ 'regions.csv': 'code,parent,name\nG,none,集团\n' }).profile.keyIndustries).toBeUndefined();
});
