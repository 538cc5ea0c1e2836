const personal =
	/身份证|证件号|证件号码|公民身份|护照号|手机|电话|联系方式|移动号码|住址|家庭地址|银行卡|银行账号|邮箱|e-?mail|微信|qq号|phone|mobile|出生日期|idcard|id card/i;
/** Telephones of offices are no personal data, but nobody needs them here either. */
export function isPersonal(header: string): boolean {
	return personal.test(header);
}

const idNumber = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
const mobile = /^1[3-9]\d{9}$/;

/** Whether a cell holds an identity or mobile number, whatever its column is called. */
export function isPersonalNumber(text: string): boolean {
	return text.length === 18 ? idNumber.test(text) : text.length === 11 && mobile.test(text);
}
