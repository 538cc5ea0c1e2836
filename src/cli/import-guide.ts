import type { Bilingual } from '#lib/format/language.ts';
import { datasets } from '#lib/datasets/index.ts';
import { maxCellCharacters, maxColumns, maxFileBytes, maxRows } from '#lib/import/limits.ts';
import { remarkColumn } from '#lib/import/receipt/remark-column.ts';

/** One part of the guide: a title, then paragraphs or points in both languages. */
export interface GuidePart {
	readonly title: Bilingual;
	readonly points: readonly Bilingual[];
}

const names = (language: 'zh' | 'en') =>
	Object.values(datasets)
		.map(({ title, name }) => `${title[language]} \`${name}\``)
		.join(language === 'zh' ? '、' : ', ');

/** What a new user has to know, in the order in which it is needed. */
export const importGuide: readonly GuidePart[] = [
	{
		title: { zh: '开始', en: 'Getting started' },
		points: [
			{
				zh: '把 CSV 或 XLSX 文件拖到任何一页上，或在“导入”页（`/import`）选择文件、文件夹，也可以从 Excel 复制单元格后粘贴。可以一次放多个文件。',
				en: 'Drop CSV or XLSX files on any page, or choose files or a folder on the page Import (`/import`); cells copied in Excel can be pasted there. Several files at once are fine.'
			},
			{
				zh: '文件只在本机浏览器中读取，不上传。没有问题的文件直接给出回执；有问题的，只显示需要决定的步骤。',
				en: 'Files are read in this browser and not uploaded. A clean file goes straight to its receipt; otherwise only the steps that need a decision are shown.'
			},
			{
				zh: '确认后，文件作为草稿叠加在数据上，只有这个浏览器能看到，可以随时撤下。要让所有人看到，用 `gongbang build` 发布。',
				en: 'Once confirmed, the file is laid over the data as a draft that only this browser shows; it can be taken off at any time. `gongbang build` publishes it for everyone.'
			},
			{
				zh: '自己做表最省事的办法：从“指标口径”页下载模板，列名照抄。',
				en: 'The easiest way to make a file: take a template from the Dictionary page and keep its column names.'
			}
		]
	},
	{
		title: { zh: '读取什么', en: 'What is read' },
		points: [
			{ zh: `数据集：${names('zh')}。`, en: `Datasets: ${names('en')}.` },
			{
				zh: 'CSV：逗号、制表符、分号、竖线或全角逗号、分号分隔；换行 LF、CRLF、CR 或混用；引号内可以有换行。编码 UTF-8、GB18030（含 GBK、GB2312 和全部四字节字符）、UTF-16，按内容识别。',
				en: 'CSV with comma, tab, semicolon, bar or full-width comma or semicolon; line ends LF, CR LF, CR or mixed; line breaks within quotes. UTF-8, GB18030 (with GBK, GB2312 and all four-byte characters) or UTF-16, found by evidence.'
			},
			{
				zh: 'XLSX：有表格的那个工作表；日期、数字、文本格式的编号各按原样；合并单元格、隐藏的行列和工作表会在回执中说明。XLS、PDF、图片、压缩包等按名称拒绝。',
				en: 'XLSX: the sheet with the table; dates, numbers and codes kept as text are read as what they are; merged cells, hidden rows, columns and sheets are told in the receipt. XLS, PDF, pictures, archives and the like are refused by name.'
			},
			{
				zh: `一个文件最多 ${maxFileBytes / 2 ** 20} MB、${maxRows.toLocaleString('en')} 行、${maxColumns} 列，一格最多 ${maxCellCharacters.toLocaleString('en')} 字。`,
				en: `A file may have ${maxFileBytes / 2 ** 20} MB, ${maxRows.toLocaleString('en')} rows and ${maxColumns} columns, a cell ${maxCellCharacters.toLocaleString('en')} characters.`
			},
			{
				zh: '表头上方的标题、单位行，下方的注释、落款会跳过并记入回执；表头可以有两行，可以中英对照。',
				en: 'Titles and unit lines above the header, notes and signatures below the table are skipped and told; a header may have two rows or two languages.'
			},
			{
				zh: '数字可以写作 1,000、1.2万、二百三十、80余、≥5、（3）、百分数；单位按“单元格、列名、单位行、标题”由近到远取，万人、亿元换算为人、元。保留四位小数，绝对值小于 10^12。',
				en: 'Figures may be written 1,000, 1.2万, 二百三十, 80余, ≥5, (3) or in per cent. The nearest unit counts: cell, column name, unit row, title; 万人 and 亿元 are converted to persons and yuan. Four decimals are kept; absolute values are below 10^12.'
			},
			{
				zh: '时期可以写作 2024、2024年三季度、2024Q3、2024上半年、2024年1–9月、2024-05；表中没有时期列时，取标题或文件名中的时期，并在回执中说明。',
				en: 'Periods may be written 2024, 2024年三季度, 2024Q3, 2024上半年, 2024年1–9月, 2024-05; without a period column the title or the file name is taken and the receipt says so.'
			},
			{
				zh: '合计、小计行不作为数据载入，用来核对各行之和。空单元格、—、…、/ 表示缺失，不是零。',
				en: 'Rows of totals are not loaded as data but checked against the rows they sum. Blank cells, —, … and / are missing, not zero.'
			},
			{
				zh: '读取行数 = 载入行数 + 另置行数；每个另置的行都有原因和行号。',
				en: 'Rows read = rows loaded + rows set aside; every row set aside has its reason and line.'
			}
		]
	},
	{
		title: { zh: '导入页的步骤', en: 'The steps of the page Import' },
		points: [
			{
				zh: '**结构**：编码、分隔符、引号、工作表、表头行、最后一行。每一项都写明推定的依据有多大把握，改了立即重读；左边是原文，右边是读到的内容。',
				en: '**Structure**: encoding, delimiter, quote, sheet, header row, last row. Each says how sure it is; a change reads the file again at once, with the file as it is beside what was read.'
			},
			{
				zh: '**列**：每一列对应哪个字段、单位是什么，附样例；可拖动或选择。不载入的列也会写明。',
				en: '**Columns**: which field each column is and in which unit, with samples; drag or select. Columns that are not loaded are named.'
			},
			{
				zh: '**名称**：认不出或有歧义的地区、行业、类别，每个名称定一次，对所有行有效；可按相近、拼音查找。',
				en: '**Names**: regions, industries and kinds that are unknown or ambiguous; one decision a name counts for all its rows. Search by likeness or pinyin.'
			},
			{
				zh: '**单元格**：逐处改正或跳过该行。原文件不变，改动记入批次。',
				en: '**Cells**: correct a cell or skip its row. The file itself stays as it is; every change is kept with the batch.'
			},
			{
				zh: '**合计**：照纸质表输入合计，与载入的各行核对。**预览**：与已有数据相比，新增、改变、不变、移除各多少。',
				en: '**Totals**: type in the totals of the signed paper; they are held against the rows. **Preview**: what is new, changed, unchanged and removed compared with what is there.'
			},
			{
				zh: '错误可以改正，也可以在知悉后接受：接受的不再阻止发布，回执中仍作为提醒列出。每个决定都可以撤销。',
				en: 'Errors can be corrected, or accepted once they are understood: what is accepted no longer blocks publishing and stays in the receipt as a warning. Every decision can be undone.'
			},
			{
				zh: '**回执**：读了多少、载入多少、另置多少及原因，每个问题在哪一行哪一列、怎么办。',
				en: '**Receipt**: how much was read, loaded and set aside and why; for every finding the line, the column and what to do.'
			}
		]
	},
	{
		title: { zh: '发还的文件', en: 'What is sent back' },
		points: [
			{
				zh: `回执可以存成 CSV，也可以存成带意见的原文件：表格末尾多出一列“${remarkColumn.zh}”，每行的问题写在该行，整个文件的问题写在列名里。CSV 的编码、分隔符、引号和换行与原文件相同，其余字节不变；XLSX 的格式和其他工作表不变，有问题的单元格标色。`,
				en: `The receipt can be saved as CSV or as the original file with remarks: one more column “${remarkColumn.en}” at the end of the table, what concerns a row in that row, what concerns the file in the column’s name. A CSV file keeps its encoding, delimiter, quotes and line ends, and every other byte; a workbook keeps its formats and other sheets, the cells in question are coloured.`
			},
			{
				zh: '改好后不必删去这一列：再读时认得它，不载入。',
				en: 'The column need not be deleted after the corrections: it is recognised and not loaded.'
			},
			{
				zh: "我们写进文件的文字若以 = + - @ 制表符或其全角形式开头，前面加 '，表格软件不会当作公式执行。",
				en: "Text of ours that begins with = + - @, a tab or their full-width forms gets a leading ', so that no spreadsheet runs it."
			}
		]
	},
	{
		title: { zh: '追加、替换、更新', en: 'Append, replace, update' },
		points: [
			{
				zh: '**追加** `append`（默认）：加入已有数据；同一格有两个值时以后来的文件为准，并提示不同。',
				en: '**Append** `append` (default): added to what is there; of two values for one cell the later file’s counts, and the difference is told.'
			},
			{
				zh: '**替换** `replace`：先移除文件中出现的地区和时期的全部旧数据（指标值表只限文件中的指标，台账按各行的时期），再载入。',
				en: '**Replace** `replace`: first takes out everything for the regions and periods that the file names (tables of figures: only the file’s indicators; registers: by the period of their rows), then loads.'
			},
			{
				zh: '**更新** `upsert`：只改文件中有值的格；台账按编号更新，新编号则增加。空单元格从不抹去已有的值。',
				en: '**Update** `upsert`: changes only cells that the file fills; registers are updated by id, new ids are added. A blank cell never erases.'
			},
			{
				zh: '每个文件是一个批次，可以在“数据”页（`/data`）查看来源、整批撤下；同一个文件再次放入时会提示。',
				en: 'Every file is a batch: the page Data (`/data`) lists where it came from and takes it out whole; the same file is recognised when it comes again.'
			}
		]
	},
	{
		title: { zh: '列的对应与记忆', en: 'Mapping, remembered' },
		points: [
			{
				zh: '列按名称、别名、相近名称自动对应；在“列”步骤定下的对应按表头记在这个浏览器里，下次同样表头的文件自动沿用，并可撤销。',
				en: 'Columns are matched by name, alias and likeness. What is decided in the step Columns is remembered in this browser under the header; the next file with that header uses it, and it can be undone.'
			},
			{
				zh: '对应可以存成文件给别人用：JSON，`dataset` 是数据集，`mapping` 是列名（或 `#3` 表示第三列）到字段名，空文字表示不载入，`=名称` 表示指标；`units` 是列名到单位。',
				en: 'A mapping can be saved as a file for others: JSON with `dataset`, `mapping` from column name (or `#3` for the third column) to field name, where an empty text means not to load and `=name` an indicator, and `units` from column name to unit.'
			}
		]
	},
	{
		title: { zh: '个人信息', en: 'Personal data' },
		points: [
			{
				zh: '身份证号、手机、住址、银行卡、邮箱、出生日期等列不保存，按列名和内容识别，指定对应也不会载入；别的列里的身份证号、手机号同样去掉。回执和样例中的号码打码。',
				en: 'Columns with identity numbers, telephones, addresses, bank cards, mail addresses or birthdays are never stored; they are known by name and content, and no mapping loads them. Such numbers in other columns are left out as well and masked in receipts.'
			},
			{
				zh: '姓名只保存在数据集为选手、获奖人、领衔人等设定的列中。',
				en: 'Names of people are stored only in the columns that a dataset declares for entrants, recipients and leaders.'
			}
		]
	}
];

/** What follows the output of the command. */
export const mappingExample = `{
	"kind": "gongbang-mapping",
	"version": 1,
	"headers": ["单位所在地", "季度", "人数", "备注"],
	"dataset": "summary",
	"mapping": { "单位所在地": "region", "季度": "period", "人数": "participants", "备注": "" },
	"units": { "人数": "万人" }
}`;
