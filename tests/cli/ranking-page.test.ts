import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import { aroundPictures } from '../../src/cli/ranking-guide/cases-around.ts';
import { orderPictures } from '../../src/cli/ranking-guide/cases-order.ts';
import { exampleFolder, examples } from '../../src/cli/ranking-guide/examples.ts';
import { fieldTexts } from '../../src/cli/ranking-guide/field-texts.ts';
import { rankingGuide } from '../../src/cli/ranking-guide/page.ts';
import type { Panel, Picture } from '../../src/cli/ranking-guide/picture.ts';
import { ruleTexts } from '../../src/cli/ranking-guide/rule-texts.ts';

let page = '';
beforeAll(async () => {
	page = await readFile('docs/ranking.md', 'utf8');
});

test('docs/ranking.md and its pictures are what the engine says', async () => {
	const guide = await rankingGuide();
	expect(page).toBe(guide.page);
	expect((await readdir('docs/ranking')).sort()).toEqual([...guide.pictures.keys()].sort());
	for (const [name, text] of guide.pictures) expect(await readFile(`docs/ranking/${name}`, 'utf8')).toBe(text);
});

test('twelve rules, each with a picture that is there', () => {
	expect(ruleTexts).toHaveLength(12);
	for (const { picture } of ruleTexts) expect(page).toContain(`](ranking/${picture}.svg)`);
});

// Each command is a process of its own, which takes its time on a busy machine.
test('the commands of the page work as they are written', { timeout: 120_000 }, () => {
	const commands = [...page.matchAll(/^```sh\n([^]*?)\n```$/gm)].map(([, command = '']) => command.split(' '));
	expect(commands).toHaveLength(examples.length);
	for (const [npx, name, ...args] of commands) {
		expect([npx, name]).toEqual(['npx', 'gongbang']);
		const out = execFileSync(process.execPath, ['src/cli/gongbang.ts', ...args], { encoding: 'utf8' });
		expect(out).toMatch(/^.*fingerprint\n.*[0-9a-f]{64}\n/);
	}
});

test('people in the sample tables are marked as invented', async () => {
	const lines = (await readFile(`${exampleFolder}/results.csv`, 'utf8')).trimEnd().split('\n').slice(1);
	for (const line of lines) expect(line.split(',')[2]).toMatch(/^示例/);
});

/** Notes which members of a rules file are looked for, however deep. */
function noting(value: unknown, asked: Set<string>): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((each) => noting(each, asked));
	return new Proxy(value as Record<string, unknown>, {
		getOwnPropertyDescriptor(target, name) {
			asked.add(String(name));
			return Reflect.getOwnPropertyDescriptor(target, name);
		},
		get: (target, name) => noting(target[name as string], asked)
	});
}

test('the table of fields names every field that the reader asks for', () => {
	const all = {
		chain: [{}],
		team: {},
		tiers: [{ decided: [{}] }],
		columns: { values: { a: {} } },
		eligibility: { values: {} },
		movement: {},
		freeze: {},
		title: {}
	};
	const asked = new Set<string>();
	for (const more of [
		{ kind: 'combined', combined: { parts: [{}] } },
		{ kind: 'progress', progress: {} }
	])
		readRules(noting({ ...all, ...more }, asked));
	asked.delete('a');
	expect(asked.size).toBeGreaterThan(60);
	const table = fieldTexts.map(({ path, form, text }) => `${path} ${form} ${text.zh} ${text.en}`).join('\n');
	expect([...asked].filter((name) => !new RegExp(`\\b${name}\\b`).test(table))).toEqual([]);
});

/** First column and second: rank and name. */
const places = (panel: Panel | undefined) =>
	panel?.rows.map(({ cells: [rank, name] }) => `${String(rank?.text)} ${String(name?.text).slice(0, 1)}`);

test('the pictures show what was worked out by hand', () => {
	const pictures = [...orderPictures(), ...aroundPictures()];
	const panel = (name: string, at = 0) => pictures.find((each: Picture) => each.name === name)?.panels[at];
	expect(places(panel('01-ties'))).toEqual(['1 甲', '2 乙', '3 并列 = 丙', '3 并列 = 丁', '5 戊', '6 己']);
	expect(places(panel('02-chain'))).toEqual(['1 甲', '2 乙', '3 丙', '4 并列 = 丁', '4 并列 = 戊']);
	expect(places(panel('02-chain', 1))).toEqual(['1 丙', '2 甲', '3 乙']);
	expect(places(panel('03-totals-rates'))).toEqual(['1 甲', '2 乙', '3 丙', '4 丁']);
	expect(places(panel('03-totals-rates', 1))).toEqual(['1 丙', '2 乙', '3 丁', '4 甲']);
	expect(places(panel('04-minimum'))?.slice(0, 2)).toEqual(['1 甲', '2 丙']);
	expect(places(panel('05-completeness', 1))).toEqual(['1 丁', '2 甲', '3 乙', '4 丙']);
	expect(panel('06-movement', 1)?.rows.map(({ cells }) => cells[3]?.text)).toEqual([
		'▲ 2',
		'▼ 1',
		'▼ 1',
		{ zh: '新', en: 'new' }
	]);
	expect(places(panel('07-guests'))).toEqual(['1 甲', '— 乙', '2 丙', '3 己', '— 丁', '— 戊']);
	const holders = (at: number) =>
		panel('08-quotas', at)?.rows.flatMap(({ cells: [, name, , tier] }) =>
			tier?.tone === 'good' ? [String(name?.text).slice(0, 1)] : []
		);
	expect([0, 1, 2, 3].map(holders)).toEqual([['甲', '丙', '丁'], ['甲'], ['甲'], ['甲', '丁']]);
	expect(panel('08-quotas', 4)?.rows.map(({ cells: [, , , tier] }) => tier?.text)).toEqual([
		{ zh: '金牌', en: 'Gold' },
		{ zh: '金牌', en: 'Gold' },
		{ zh: '铜牌', en: 'Bronze' },
		{ zh: '铜牌', en: 'Bronze' },
		''
	]);
	expect(places(panel('10-freeze'))).toEqual(['1 甲', '2 乙', '3 丙']);
	expect(places(panel('10-freeze', 1))).toEqual(['1 丙', '2 甲', '3 乙']);
	expect(places(panel('10-freeze', 2))).toEqual(['1 乙', '2 丙', '3 甲']);
	expect(places(panel('10-freeze', 3))).toEqual(places(panel('10-freeze', 2)));
});
