import { severities, type Severity } from '../../core/domain/finding.ts';
import type { Architecture } from '../../core/domain/target.ts';
import { type Configuration } from '../../core/project/configuration.ts';
import type { WorkspaceReport } from '../../core/features/checkWorkspace.ts';
import { checkJson } from '../../core/report/json.ts';
import { checkText } from '../../core/report/text.ts';
import { createNodeHost } from '../host.ts';
import { writeJson, type Terminal } from '../terminal.ts';
import { commandService, existingPaths, kernelOf, profileOf, shownPath } from './service.ts';

export interface CheckOptions {
	readonly host?: readonly string[];
	readonly image?: string;
	readonly arch?: Architecture;
	readonly profile?: string;
	readonly failOn: Severity | 'never';
	readonly format: string;
}

/** Runs `check` and gives the exit status: 1 when a finding reaches `--fail-on`, else 0. */
export async function runCheck(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
	const plain = await commandService(terminal);
	const profile = options.profile === undefined ? undefined : (await profileOf(options.profile, plain)).id;
	const overrides: Partial<Configuration> = { hosts: options.host, arch: options.arch, profile };
	for (const host of options.host ?? []) {
		kernelOf(host, plain);
	}
	const images = options.image === undefined ? undefined : [declaredByArgument(options.image, plain)];
	const service = await commandService(terminal, overrides, images);
	const report = await service.checkWorkspace(await existingPaths(paths, terminal));
	if (options.format === 'json') {
		writeJson(terminal, checkJson(report, shownPath));
	} else {
		const host = createNodeHost(terminal.assets);
		const textOf = async (path: string): Promise<string> => {
			const file = await host.readText(path);
			return file.kind === 'text' ? file.text : '';
		};
		terminal.write(await checkText(report, shownPath, textOf, terminal.colours));
	}
	return fails(report, options.failOn) ? 1 : 0;
}

function declaredByArgument(reference: string, service: Awaited<ReturnType<typeof commandService>>) {
	const image = service.image(reference);
	return { reference, image, arch: null, declaredAt: { kind: 'argument' as const } };
}

function fails({ summary }: WorkspaceReport, failOn: Severity | 'never'): boolean {
	return (
		failOn !== 'never' && severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => summary[severity] > 0)
	);
}
