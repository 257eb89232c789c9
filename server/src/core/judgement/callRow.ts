import type { Catalog } from '../catalog/catalog.ts';
import type { ApiRow } from '../catalog/apis.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import { rawSyscallRow, rowFor, type Runtimes } from './needs.ts';

const nothing: ApiRow = { needs: [], uses: [], known: 'reasoned' };

/** What this call, with these arguments, needs on the target's libc and interpreter (on the newest ones without a target). */
export function rowOfCall(call: ApiCall, catalog: Catalog, target?: Runtimes): ApiRow {
	if (call.module === 'syscall') {
		return rawSyscallRow(call.api);
	}
	// ctypes and cffi reach libc from Python
	const api = catalog.knownApi(call.module === 'libc' ? 'c' : call.language, call.api);
	return api === undefined ? nothing : rowFor(api, call, target);
}
