import { expect, test } from 'vitest';
import { parseProfile } from '#lib/dimensions/profile.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { importFile } from '#lib/import/index.ts';

const meta = {
	id: 'sample',
	title: { zh: '示例', en: 'Sample' },
	subtitle: { zh: '示例', en: 'Sample' },
	home: 'G',
	regionNoun: { zh: '单位', en: 'units' }
};
const regions = 'code,parent,name\nG,none,示例集团\nG1,G,示例甲公司\nG11,G1,示例甲公司焊接车间\n';
const metrics =
	'indicator,title_zh,title_en,unit,kind,additive,aliases\n经费支出,经费支出,Spent,元,flow,true,\n实训基地,实训基地,Bases,个,stock,true,\n';
const profile = (regionHeaders?: readonly string[]) =>
	parseProfile({
		'profile.json': JSON.stringify({ ...meta, regionHeaders }),
		'regions.csv': regions,
		'metrics.csv': metrics
	});
const read = async (csv: string, own = profile(['所属公司', '所属单位', '车间'])) => {
	const { batch, receipt } = await importFile(new TextEncoder().encode(csv), {
		fileName: '示例.csv',
		profile: own,
		now: '',
		user: ''
	});
	return { receipt, rows: batch ? new TextDecoder().decode(batch.csv).trim().split('\n') : [] };
};

test('units of an enterprise are found under the headers that its profile declares, the lowest one that is filled', async () => {
	const csv =
		'所属公司,车间,统计时期,参赛人次,参赛职工\n示例甲公司,,2024年一季度,80,60\n示例甲公司,示例甲公司焊接车间,2024年一季度,30,20\n';
	const { receipt, rows } = await read(csv);
	expect(receipt).toMatchObject({ dataset: 'summary', rowsLoaded: 2 });
	expect(rows.slice(1).map((row) => row.split(',').slice(1, 3).join(' '))).toEqual(['2024Q1 G1', '2024Q1 G11']);
});

test('a finding calls an unknown unit a unit', async () => {
	const { receipt } = await read(
		'所属公司,统计时期,参赛人次\n示例甲公司,2024年一季度,80\n不在名单的厂,2024年一季度,3\n'
	);
	const issue = receipt.issues.find(({ code }) => code === 'CODE_UNKNOWN');
	expect(issue && issueSentence(issue, 'zh')).toContain('不认识的单位');
	expect(issue && issueSentence(issue, 'en').toLowerCase()).toContain('unknown unit');
});

test('without the declaration those headers mean what they mean elsewhere', async () => {
	const csv = '竞赛编号,竞赛名称,级别,地区,所属单位\nA-1,示例竞赛,企业级,示例甲公司,示例甲公司焊接车间\n';
	const columns = async (own: ReturnType<typeof profile>) =>
		(await read(csv, own)).receipt.mapping.map(({ field }) => field);
	expect(await columns(profile())).toEqual(['competition_id', 'name', 'level', 'region', 'org_unit']);
	expect(await columns(profile(['所属单位']))).toEqual(['competition_id', 'name', 'level', 'region', 'region']);
});

test('a figure in another unit than its indicator is declared in is named by line and left out; the rest is loaded', async () => {
	const { receipt, rows } = await read(
		'指标,地区,年份,数值,单位\n经费支出,示例甲公司,2024,12.5,万元\n经费支出,示例甲公司,2023,120,人\n实训基地,示例甲公司,2024,3,家\n'
	);
	expect(rows.slice(1).map((row) => row.split(',').slice(0, 5).join(' '))).toEqual([
		'2 经费支出 G1 2024 125000',
		'4 实训基地 G1 2024 3'
	]);
	expect(receipt.issues.filter(({ code }) => code === 'UNIT_SUSPECT')).toMatchObject([
		{
			severity: 'E',
			line: 3,
			column: '单位',
			details: { found: '人', expected_en: '元 (the declared unit of “经费支出”; the figure was not loaded)' }
		}
	]);
	expect(receipt.setAside).toMatchObject([{ reason: 'UNIT_SUSPECT', firstLine: 3, count: 1 }]);
});

test('in a wide table only the column whose header contradicts the declaration is left out', async () => {
	const { receipt, rows } = await read('所属公司,年份,经费支出（人）,实训基地（个）\n示例甲公司,2024,120,3\n');
	expect(rows.slice(1).map((row) => row.split(',').slice(0, 6).join(' '))).toEqual(['2 实训基地 G1 2024  3']);
	expect(receipt.issues.filter(({ code }) => code === 'UNIT_SUSPECT')).toMatchObject([
		{ severity: 'E', column: '经费支出（人）', details: { found: '人' } }
	]);
});
