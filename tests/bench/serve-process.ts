import { serve } from '../../src/cli/serve.ts';

const serving = await serve(0, '127.0.0.1');
process.send?.(serving.address);
