import { isCardNumber } from '../normalise/mask.ts';

/** Never stored, whatever a person maps the column to. */
const never =
	/身份证|证件号|公民身份|护照|军官证|通行证号|社保(?:卡|号)|医保(?:卡|号)|手机|电话|联系方式|移动号码|住址|家庭地址|通讯地址|居住地|户籍地?址|银行卡|银行账[号户]|开户行|收款账[号户]|卡号|邮箱|e-?mail|微信|qq号|phone|mobile|telephone|出生日期|出生年月|生日|date of birth|birthday|id ?card|id number|passport|bank account|home address/i;
/** Names of people: stored only in the columns that a dataset declares for entrants, recipients and leaders. */
const names = /姓名|名字|联系人|经办人|填报人|填表人|制表人|审核人|监护人|紧急联系|contact|full name/i;

/** Whether a header announces personal data that is never stored. Telephones of offices are none, but nobody needs them. */
export function isPersonal(header: string): boolean {
	return never.test(header);
}

/** Whether a header announces people's names; they are stored only where a dataset declares the column. */
export function isPersonName(header: string): boolean {
	return names.test(header);
}

const idNumber = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
const mobile = /^1[3-9]\d{9}$/;
const mail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** Whether a cell holds an identity or mobile number, whatever its column is called. */
export function isPersonalNumber(text: string): boolean {
	return text.length === 18 ? idNumber.test(text) : text.length === 11 && mobile.test(text);
}

/** Cells looked at before a column is called personal. */
const enough = 2;

/** Whether most cells of a column are identity, mobile or bank card numbers or mail addresses. */
export function holdsPersonal(sample: readonly (readonly string[])[], column: number): boolean {
	const cells = sample.map((row) => (row[column] ?? '').replace(/[\s'"=-]/g, '')).filter((cell) => cell !== '');
	const personal = cells.filter((cell) => isPersonalNumber(cell) || isCardNumber(cell) || mail.test(cell)).length;
	return personal >= Math.min(enough, cells.length) && personal > 0 && personal >= cells.length * 0.6;
}
