#!/usr/bin/env node
/** One subcommand of `gongbang`. `run` returns the exit code: 0 done, 1 something blocks or failed, 2 wrong usage. */
export interface Command {
	readonly name: string;
	readonly help: string;
	run(args: string[]): Promise<number>;
}

// Loaded only when asked for: each brings a good part of the product.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	check: () => import('./commands/check.ts'),
	build: () => import('./commands/build.ts'),
	query: () => import('./commands/query.ts'),
	board: () => import('./commands/board.ts'),
	pack: () => import('./commands/pack.ts'),
	unpack: () => import('./commands/unpack.ts')
};

const help = `gongbang: 工会竞赛数据的检查、发布、查询、排名与交接 / check, build, query, rank and hand over union data

  gongbang check FILE…                     读取文件并打印回执 / read files and print their receipts
  gongbang build DIR|FILE… -o OUT          生成一个发布版本 / make a release
  gongbang query RELEASE INDICATOR         查询发布版本 / answer from a release
  gongbang board FILE|RELEASE --rules F    按规则排名 / rank by declared rules
  gongbang pack RELEASE -o FILE            导出交接包 / write a hand-over pack
  gongbang unpack FILE -o DIR              检查并展开交接包 / check a hand-over pack and unfold it

每个命令的参数见 / for each: gongbang COMMAND --help`;

/** Runs `gongbang` with its arguments and returns the exit code. Every failure is one sentence on stderr. */
export async function main(args: readonly string[]): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		process.stdout.write(`${help}\n`);
		return name === undefined ? 2 : 0;
	}
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) {
		process.stderr.write(`gongbang: 没有命令 ${name} / there is no command ${name}; see gongbang --help\n`);
		return 2;
	}
	try {
		return await (await load()).run(rest);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		process.stderr.write(`gongbang ${name}: ${message.split('\n', 1)[0]}\n`);
		if (process.env.GONGBANG_DEBUG) console.error(error);
		return isUsage(error) ? 2 : 1;
	}
}

/** What `parseArgs` throws on an option that a command does not have. */
function isUsage(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await main(process.argv.slice(2));
