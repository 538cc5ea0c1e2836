import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { openRelease, releaseFiles } from '#lib/release/open-release.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import { sql } from '#lib/sql/sql.ts';
import { UsageError } from './usage-error.ts';

/** An opened release folder with the lists that questions are put in terms of. */
export interface OpenedRelease {
	readonly connector: Connector;
	readonly home: string;
	readonly regions: readonly Member[];
	readonly industries: readonly Member[];
	readonly campaigns: readonly Member[];
	readonly periods: readonly { code: string; kind: string; parent: string | null; end: string }[];
}

/** A member of a dimension, in list order. */
export interface Member {
	readonly code: string;
	readonly parent: string | null;
	readonly name: string;
	readonly nameEn: string;
	/** False: nobody asks it for reports, so nothing is missing where it has none. */
	readonly expected?: boolean;
}

/** Opens a folder that `gongbang build` wrote. Throws a UsageError when it is none. */
export async function openReleaseFolder(folder: string): Promise<OpenedRelease> {
	await access(join(folder, releaseFiles.summary)).catch(() => {
		throw new UsageError(
			`${folder} 不是发布文件夹：其中没有 ${releaseFiles.summary}，请先用 gongbang build 生成。`,
			`${folder} is no release: it holds no ${releaseFiles.summary}; make one with gongbang build.`
		);
	});
	const manifest = await readManifest(folder);
	if (manifest && manifest.format !== releaseFormat) {
		throw new UsageError(
			`${folder} 是格式 ${manifest.format} 的发布数据，本程序读格式 ${releaseFormat}：请用 gongbang build 重新生成。`,
			`${folder} is a release of format ${manifest.format}, and this program reads ${releaseFormat}; make it anew with gongbang build.`
		);
	}
	const connector = await openNative({ folder });
	try {
		await openRelease(connector);
		return { connector, ...(await lists(connector)), home: await homeOf(folder, connector) };
	} catch (error) {
		await connector.close();
		throw error;
	}
}

async function lists(connector: Connector): Promise<Omit<OpenedRelease, 'connector' | 'home'>> {
	const regions = await connector.query(
		sql`SELECT code, parent, name, name_en AS "nameEn", expected FROM region ORDER BY sort, code`
	);
	const industries = await connector.query(
		sql`SELECT code, parent, name, name_en AS "nameEn" FROM industry ORDER BY sort, code`
	);
	const campaigns = await connector.query(
		sql`SELECT code, NULL AS parent, name, name_en AS "nameEn" FROM campaign ORDER BY code`
	);
	const periods = await connector.query(
		sql`SELECT code, kind, parent, end_date AS "end" FROM period ORDER BY start_date, end_date DESC, code`
	);
	return { regions, industries, campaigns, periods } as unknown as Omit<OpenedRelease, 'connector' | 'home'>;
}

interface ManifestHead {
	readonly format?: number;
	readonly profile?: { readonly home?: unknown };
}

/** What of a manifest is needed here; null where there is none. */
async function readManifest(folder: string): Promise<ManifestHead | null> {
	const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
	return text === null ? null : (JSON.parse(text) as ManifestHead);
}

/** The home region as the manifest names it; without a manifest the region that is above all others. */
async function homeOf(folder: string, connector: Connector): Promise<string> {
	const home = (await readManifest(folder))?.profile?.home;
	if (typeof home === 'string') return home;
	const [top] = await connector.query(sql`SELECT code FROM region WHERE parent IS NULL ORDER BY sort, code LIMIT 1`);
	return String(top?.code ?? '');
}
