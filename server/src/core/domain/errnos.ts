/** The errors that kernels and profiles refuse calls with, and their numbers on Linux. */
const numbers: Readonly<Record<string, number>> = {
	EPERM: 1,
	ENOENT: 2,
	EAGAIN: 11,
	ENOMEM: 12,
	EACCES: 13,
	EBUSY: 16,
	ENODEV: 19,
	EINVAL: 22,
	ENOSYS: 38,
	EOPNOTSUPP: 95,
};

const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));

/** `EPERM` for 1; `errno 71` for a number without a name here. */
export function errnoName(number: number): string {
	return names.get(number) ?? `errno ${number}`;
}

/** 1 for `EPERM`, 71 for `errno 71`. */
export function errnoNumber(name: string): number {
	return Object.hasOwn(numbers, name) ? (numbers[name] ?? 0) : Number(name.replace('errno ', ''));
}
