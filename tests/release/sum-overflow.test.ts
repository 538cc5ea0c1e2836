import { expect, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { buildTables } from '#lib/release/build-tables.ts';
import { sql } from '#lib/sql/sql.ts';
import { plainProfile } from '../import/profile.ts';
import { batch } from './fixture.ts';

test('files whose figures add up beyond every table are refused by measure and file', async () => {
	const connector = await openNative();
	try {
		await connector.run(sql`ATTACH ':memory:' AS summary; ATTACH ':memory:' AS detail`);
		// Four provinces of 9 × 10^13: each fits the table, all together are 3.6 × 10^14.
		const rows = (code: string, value: string) => `2024,${code},all,all,${value}`;
		const provinces = ['110000', '120000', '130000', '140000'];
		const csv = `period,region,industry,ownership,economic_benefit\n${provinces.map((code) => rows(code, '90000000000000')).join('\n')}`;
		const small = `period,region,industry,ownership,participants\n${rows('110000', '5')}`;
		const input = {
			profile: plainProfile(),
			batches: [batch('summary', small, { file: '人数.csv' }), batch('summary', csv, { file: '效益.csv' })]
		};
		await expect(buildTables(connector, input)).rejects.toThrow(
			/“economic_benefit”的合计达到或超过 10\^14，无法保存；请核对单位，最大的数在 效益\.csv/
		);
	} finally {
		await connector.close();
	}
});
