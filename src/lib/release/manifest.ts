import type { Bilingual } from '#lib/format/language.ts';
import type { DrawnMap } from '#lib/dimensions/drawn-map.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Batch } from '#lib/import/batch.ts';
import { datapackage, type DataPackage } from './datapackage.ts';
import { sha256, sha256Text } from './digest.ts';
import { releaseFormat, ruleVersions } from './rules.ts';

/** A profile without its lists: those are in the tables. */
export interface ProfileMeta {
	readonly id: string;
	readonly title: Bilingual;
	readonly subtitle: Bilingual;
	readonly home: string;
	/** Where it stands among the profiles that are offered. */
	readonly order?: number;
	readonly accent?: string;
	readonly accentDark?: string;
	readonly demo: boolean;
	readonly source?: Bilingual;
	readonly yearStart: 'calendar' | 'union';
	readonly regionNoun: Bilingual;
	/** Headers that name its regions in files, beyond those that every file may have. */
	readonly regionHeaders?: readonly string[];
	readonly highlights: readonly string[];
	/** Sections that the office has named as key. */
	readonly keyIndustries?: readonly string[];
	/** Leaderboards that the profile declares beside those of the product. */
	readonly boards?: readonly unknown[];
	/** Playlists of the profile's walls. */
	readonly walls?: readonly unknown[];
}

/** A file of a release. */
export interface ReleaseFile {
	readonly name: string;
	readonly bytes: number;
	/** SHA-256, hex. */
	readonly sha256: string;
}

/** What a batch brought, in short; its full receipt is in `batches/<id>.json`. */
export interface BatchDigest {
	readonly id: string;
	readonly file: string;
	readonly sha256: string;
	readonly dataset: string;
	readonly mode: string;
	readonly createdAt: string;
	readonly createdBy: string;
	readonly encoding: string | null;
	readonly rowsRead: number;
	readonly rowsLoaded: number;
	readonly rowsSetAside: number;
	readonly issues: Readonly<Record<'F' | 'E' | 'W' | 'I', number>>;
}

/** `manifest.json`: what a release is, what it is made of, and how to check its files. */
export interface Manifest {
	/** First 16 hex digits of SHA-256 over profile, batches in order and rules: equal content, equal id. */
	readonly id: string;
	readonly format: number;
	readonly profile: ProfileMeta;
	readonly createdAt: string;
	readonly files: readonly ReleaseFile[];
	readonly batches: readonly BatchDigest[];
	/** Rows by table. */
	readonly counts: Readonly<Record<string, number>>;
	/** The DuckDB that wrote the files. */
	readonly engine: string;
	readonly rules: Readonly<Record<string, number>>;
	readonly datapackage: DataPackage;
}

/** A manifest without the description of its tables, which no page shows and which is most of it. */
export type ReleaseHead = Omit<Manifest, 'datapackage'>;

/** What a manifest is made from. */
export interface ManifestInput {
	readonly profile: Profile;
	readonly batches: readonly Batch[];
	readonly map?: DrawnMap;
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
	readonly counts: Readonly<Record<string, number>>;
	readonly engine: string;
	readonly createdAt: string;
}

/** Writes the manifest of a built release. */
export async function manifestOf(input: ManifestInput): Promise<Manifest> {
	const files = await Promise.all(
		input.files.map(async ({ name, bytes }) => ({ name, bytes: bytes.length, sha256: await sha256(bytes) }))
	);
	const batchFiles = await Promise.all(
		input.batches.map(async ({ id, csv }) => ({
			name: `batches/${id}.csv`,
			bytes: csv.length,
			sha256: await sha256(csv)
		}))
	);
	const id = await releaseId(input.profile, input.batches, input.map);
	return {
		id,
		format: releaseFormat,
		profile: profileMeta(input.profile),
		createdAt: input.createdAt,
		files,
		batches: input.batches.map(batchDigest),
		counts: input.counts,
		engine: input.engine,
		rules: ruleVersions,
		datapackage: datapackage({ ...input, id, files: [...files, ...batchFiles] })
	};
}

/** The identity of what these batches make under this profile. Needs no build. */
export async function releaseId(profile: Profile, batches: readonly Batch[], map?: DrawnMap): Promise<string> {
	const told = batches.map(({ id, dataset, mode }) => [id, dataset, mode]);
	const content = [releaseFormat, ruleVersions, profile, told, ...(map ? [map] : [])];
	return (await sha256Text(JSON.stringify(content))).slice(0, 16);
}

function profileMeta(profile: Profile): ProfileMeta {
	return {
		id: profile.id,
		title: profile.title,
		subtitle: profile.subtitle,
		home: profile.home,
		...(profile.order === undefined ? {} : { order: profile.order }),
		...(profile.accent === undefined ? {} : { accent: profile.accent }),
		...(profile.accentDark === undefined ? {} : { accentDark: profile.accentDark }),
		demo: profile.demo,
		...(profile.source === undefined ? {} : { source: profile.source }),
		yearStart: profile.yearStart,
		regionNoun: profile.regionNoun,
		...(profile.regionHeaders === undefined ? {} : { regionHeaders: profile.regionHeaders }),
		highlights: profile.highlights,
		...(profile.keyIndustries === undefined ? {} : { keyIndustries: profile.keyIndustries }),
		...(profile.boards === undefined ? {} : { boards: profile.boards }),
		...(profile.walls === undefined ? {} : { walls: profile.walls })
	};
}

function batchDigest({ id, dataset, mode, createdAt, createdBy, receipt }: Batch): BatchDigest {
	const issues = { F: 0, E: 0, W: 0, I: 0 };
	for (const issue of receipt.issues) issues[issue.severity] += issue.count;
	const { file, sha256, encoding, rowsRead, rowsLoaded, rowsSetAside } = receipt;
	return {
		id,
		file,
		sha256,
		dataset,
		mode,
		createdAt,
		createdBy,
		encoding,
		rowsRead,
		rowsLoaded,
		rowsSetAside,
		issues
	};
}
