import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/domain/finding.ts';
import { manualPage } from '../core/features/manualPage.ts';
import { uriOfPath } from './uris.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** A finding in the protocol's form. `related`: the client shows where the target was declared. */
export function toDiagnostic(finding: Finding, related: boolean): Diagnostic {
	const diagnostic: Diagnostic = {
		range: finding.range,
		severity: severities[finding.severity],
		code: finding.code,
		source: 'syscall-lens',
		message: finding.message,
	};
	if (finding.code === 'removed-syscall') {
		diagnostic.tags = [DiagnosticTag.Deprecated];
	} else if (finding.code === 'needless-suppression') {
		diagnostic.tags = [DiagnosticTag.Unnecessary];
	}
	if ('call' in finding) {
		diagnostic.codeDescription = { href: manualPage(finding.syscall) };
		const { path, range } = finding.target.declaredAt;
		if (related && path !== undefined && range !== undefined) {
			diagnostic.relatedInformation = [
				{ location: { uri: uriOfPath(path), range }, message: `${finding.target.id} is declared here` },
			];
		}
	}
	return diagnostic;
}
