import type { CancellationToken, Connection } from 'vscode-languageserver';
import { architectures, type Architecture } from '../core/domain/target.ts';
import { comparisonMarkdown, kernelMarkdown } from '../core/features/kernelMarkdown.ts';
import type { LanguageService } from '../core/languageService.ts';
import {
	diffKernelsRequest,
	kernelNamesRequest,
	kernelRequest,
	type DiffKernelsParams,
	type KernelDocument,
	type KernelNamesResult,
	type KernelParams,
} from './protocol.ts';

/** Runs one piece of work with the service; what goes wrong gives `otherwise`. */
type Ask = <T>(work: (service: LanguageService) => Promise<T>, otherwise: T) => Promise<T>;

/** Answers what is asked of kernels: their names, what one offers, what changes from one to another. */
export function serveKernels(connection: Connection, ask: Ask, roots: () => readonly string[]): void {
	connection.onRequest(kernelNamesRequest, (token: CancellationToken) =>
		ask<KernelNamesResult | null>(
			async (service) => ({ ...(await service.kernelChoice(roots(), token)), architectures }),
			null,
		),
	);
	connection.onRequest(kernelRequest, (params: KernelParams) =>
		ask<KernelDocument | null>((service) => Promise.resolve(kernelDocument(params, service)), null),
	);
	connection.onRequest(diffKernelsRequest, (params: DiffKernelsParams) =>
		ask<KernelDocument | null>((service) => Promise.resolve(diffDocument(params, service)), null),
	);
}

function kernelDocument({ id, arch }: KernelParams, service: LanguageService): KernelDocument {
	const kernel = service.kernel(id);
	return 'suggestions' in kernel
		? { kind: 'unknown', id, suggestions: kernel.suggestions }
		: { kind: 'document', markdown: kernelMarkdown(service.describeKernel(kernel, architecture(arch))) };
}

function diffDocument({ from, to, arch }: DiffKernelsParams, service: LanguageService): KernelDocument {
	const [older, newer] = [service.kernel(from), service.kernel(to)];
	if ('suggestions' in older) {
		return { kind: 'unknown', id: from, suggestions: older.suggestions };
	}
	return 'suggestions' in newer
		? { kind: 'unknown', id: to, suggestions: newer.suggestions }
		: { kind: 'document', markdown: comparisonMarkdown(service.compareKernels(older, newer, architecture(arch))) };
}

function architecture(name: string): Architecture {
	return architectures.find((one) => one === name) ?? 'x86_64';
}
