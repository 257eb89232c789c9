/** Where the manual page of a syscall can be read. */
export function manualPage(syscall: string): string {
	return `https://man7.org/linux/man-pages/man2/${syscall}.2.html`;
}
