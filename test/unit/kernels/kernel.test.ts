import { strict as assert } from 'node:assert';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('kernel: names that people use', () => {
	const known: readonly (readonly [name: string, release: string, vendor: string | null])[] = [
		['5.10', '5.10', null],
		['v5.10', '5.10', null],
		['5.10.28', '5.10.28', null],
		['2.6.32', '2.6.32', null],
		['7.3', '7.3', null],
		['rhel6', '2.6.32', 'rhel6'],
		['rhel7', '3.10', 'rhel7'],
		['rhel7.9', '3.10', 'rhel7'],
		['rhel8', '4.18', 'rhel8'],
		['rhel8.6', '4.18', 'rhel8.6'],
		['rhel-8.6', '4.18', 'rhel8.6'],
		['RHEL:8', '4.18', 'rhel8'],
		['ubi9', '5.14', 'rhel9'],
		['centos:6', '2.6.32', 'rhel6'],
		['centos:7', '3.10', 'rhel7'],
		['centos7', '3.10', 'rhel7'],
		['centos-7', '3.10', 'rhel7'],
		['rocky-9', '5.14', 'rhel9'],
		['rockylinux:9.3', '5.14', 'rhel9.3'],
		['debian:12', '6.1', null],
		['debian-12', '6.1', null],
		['debian12', '6.1', null],
		['bookworm', '6.1', null],
		['debian:bookworm', '6.1', null],
		['ubuntu-22.04', '5.15', null],
		['ubuntu:22.04', '5.15', null],
		['jammy', '5.15', null],
		['amazonlinux:2023', '6.1', null],
		['al2023', '6.1', null],
		['amazonlinux-2', '4.14', null],
		['alpine:3.18', '6.1', null],
		['opensuse/leap:15.4', '5.14', null],
		['gvisor', '4.19', 'gvisor'],
		['runsc', '4.19', 'gvisor'],
	];
	for (const [name, release, vendor] of known) {
		test(name, async () => {
			assert.deepEqual(resolveKernel(name, await realCatalog()), { id: name, release, vendor });
		});
	}
});

suite('kernel: names of none', () => {
	const unknown: readonly (readonly [name: string, suggestion: string | undefined])[] = [
		['99.1', '7.3'],
		['7.4', '7.3'],
		['5.42', '5.19'],
		['2.4.18', undefined],
		['debain:12', 'debian:12'],
		['rhel77', 'rhel7'],
		['rhel7.4', 'rhel7.9'],
		['scratch', undefined],
		['constructor', undefined],
		['', undefined],
	];
	for (const [name, suggestion] of unknown) {
		test(`'${name}' suggests ${suggestion ?? 'what it may'}`, async () => {
			const kernel = resolveKernel(name, await realCatalog());
			assert.equal(kernel.kind, 'unknown');
			assert.ok(kernel.suggestions.length <= 3);
			if (suggestion !== undefined) {
				assert.ok(kernel.suggestions.includes(suggestion), kernel.suggestions.join());
			}
		});
	}
});
