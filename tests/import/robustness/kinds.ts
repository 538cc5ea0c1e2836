import { dateKinds } from './kinds-dates.ts';
import { dialectKinds } from './kinds-dialect.ts';
import { encodingKinds } from './kinds-encoding.ts';
import { headerKinds } from './kinds-header.ts';
import { historyKinds } from './kinds-history.ts';
import { layoutKinds } from './kinds-layout.ts';
import { nameKinds } from './kinds-names.ts';
import { numberKinds } from './kinds-numbers.ts';
import { quoteKinds } from './kinds-quotes.ts';
import { recordKinds } from './kinds-records.ts';
import { strangerKinds } from './kinds-strangers.ts';
import { workbookCellKinds } from './kinds-workbook-cells.ts';
import { workbookKinds } from './kinds-workbook.ts';

/** Every way in which a file is made worse, in the order of the documentation. */
export const kinds = [
	...encodingKinds,
	...dialectKinds,
	...quoteKinds,
	...layoutKinds,
	...headerKinds,
	...workbookKinds,
	...workbookCellKinds,
	...strangerKinds,
	...numberKinds,
	...dateKinds,
	...nameKinds,
	...recordKinds,
	...historyKinds
];
