import type { IssueCode } from './issue.ts';
import { cellIssues } from './issue-kinds/cell.ts';
import { fileIssues } from './issue-kinds/file.ts';
import type { IssueKind } from './issue-kinds/kind.ts';
import { tableIssues } from './issue-kinds/table.ts';

export type { IssueKind } from './issue-kinds/kind.ts';

/** Every code of the import, stable. Nothing is renamed or reused. */
export const issueCodes: Readonly<Record<IssueCode, IssueKind>> = { ...fileIssues, ...tableIssues, ...cellIssues };
