/** Whether a text is a time of the day as playlists write it: `HH:MM`. */
export function isDayTime(text: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** `HH:MM` as minutes of the day; `24:00` is its end. */
export function minutesOf(time: string): number {
	const [hours, minutes] = time.split(':');
	return Number(hours) * 60 + Number(minutes);
}
