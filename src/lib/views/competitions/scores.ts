/** The middle score; the mean of the two middle ones for an even count. Null for none. */
export function median(scores: readonly number[]): number | null {
	if (scores.length === 0) return null;
	const sorted = scores.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** A time in seconds as people read it: 1:28:05, 12:30, 12:30.5. */
export function timeText(seconds: number | null): string {
	if (seconds === null) return '—';
	const whole = Math.floor(seconds);
	const fraction = seconds - whole;
	const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	const two = (part: number) => String(part).padStart(2, '0');
	const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
	return fraction === 0 ? clock : clock + String(Number(fraction.toFixed(4))).slice(1);
}
