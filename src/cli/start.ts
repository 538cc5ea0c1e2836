import { ensureApp } from './build-app.ts';
import { ensureReleases } from './demo.ts';
import { CommandFailed } from './project.ts';
import { serve } from './serve.ts';

const port = Number(process.env.PORT ?? 3000);

try {
	console.log('工榜 Gongbang');
	// Whoever names a folder of releases serves these; otherwise there is demo data to look at.
	await Promise.all([ensureApp(), process.env.RELEASES ? undefined : ensureReleases()]);
	const serving = await serve(port);
	console.log(`\n  ${serving.address}\n`);
	const stop = () => void serving.close().then(() => process.exit(0));
	process.once('SIGINT', stop).once('SIGTERM', stop);
} catch (error) {
	console.error(explain(error));
	process.exit(1);
}

function explain(error: unknown): string {
	if (error instanceof CommandFailed) return error.message;
	if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
		return `端口 ${port} 已被占用，请换一个端口：PORT=${port + 1} npm start\nPort ${port} is in use; choose another: PORT=${port + 1} npm start`;
	}
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
