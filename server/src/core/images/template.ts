/** Fills `{name}` with the group of that name: `debian-{v}` → `debian-12`. Undefined where a group took no part. */
export function fillTemplate(template: string, groups: Readonly<Record<string, string>> = {}): string | undefined {
	const known: Readonly<Record<string, string | undefined>> = groups;
	const missing = [...template.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => known[name] === undefined);
	return missing ? undefined : template.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
}
