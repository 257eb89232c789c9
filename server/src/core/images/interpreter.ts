import type { Runtime } from '../domain/target.ts';
import type { ImageInterpreter } from './imageCatalog.ts';
import { valueOn } from './moves.ts';

/** A day, and the day of the newest facts. */
export interface Moment {
	readonly asOf: string;
	readonly snapshot: string;
}

/**
 * The interpreter of an official image: the version as the tag states it (`3.9-slim` → 3.9), and for a tag that moves
 * from one version to the next (`3`, `lts`, `bookworm`) the version it stood for on that day.
 */
export function interpreterOf(interpreter: ImageInterpreter, tag: string, moment: Moment): Runtime {
	const floating = interpreter.floating?.find((row) => new RegExp(row.tag).test(tag));
	const version = floating
		? floatingVersion(interpreter, valueOn(floating.version, lastDay(interpreter, tag, moment.asOf)), tag, moment)
		: new RegExp(interpreter.version).exec(tag)?.groups?.['version'];
	return { name: interpreter.name, version: version ?? null };
}

/** Only the snapshot tells the exact version behind a series. */
function floatingVersion(
	{ snapshot, removed }: ImageInterpreter,
	series: string,
	tag: string,
	moment: Moment,
): string | undefined {
	const current = moment.asOf >= moment.snapshot && removalDay(removed, tag) === undefined;
	return (current ? snapshot?.[series] : undefined) ?? series;
}

/** A removed tag stays as it was on the day before its removal. */
function lastDay({ removed }: ImageInterpreter, tag: string, asOf: string): string {
	const day = removalDay(removed, tag);
	return day !== undefined && day <= asOf ? dayBefore(day) : asOf;
}

function removalDay(removed: ImageInterpreter['removed'] = {}, tag: string): string | undefined {
	return Object.entries(removed).find(([, tags]) => tags.includes(tag))?.[0];
}

function dayBefore(day: string): string {
	return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
