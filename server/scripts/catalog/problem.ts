/** Something wrong in the data: the file and the field to mend. */
export interface Problem {
	/** From the data folder on: `syscalls/openat2.json`. */
	readonly file: string;
	readonly field: string;
	readonly message: string;
}

/** `syscalls/openat2.json: architectures.arm64.number: …`. */
export function problemLine({ file, field, message }: Problem): string {
	return `${file}: ${field}: ${message}`;
}
