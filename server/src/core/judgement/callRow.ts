import type { Catalog } from '../catalog/catalog.ts';
import type { Api, ApiRow } from '../catalog/apis.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import { rawSyscallRow, rowFor, type Runtimes } from './needs.ts';

const nothing: ApiRow = { needs: [], uses: [], known: 'reasoned' };

/** What this call, with these arguments, needs on the target's libc and interpreter (on the newest ones without a target). */
export function rowOfCall(call: ApiCall, catalog: Catalog, target?: Runtimes): ApiRow {
	if (call.module === 'syscall') {
		return rawSyscallRow(call.api);
	}
	const api = apiOfCall(call, catalog);
	return api === undefined ? nothing : rowFor(api, call, target);
}

/** What the maps know of the function that is called; nothing of raw calls. */
export function apiOfCall({ module, language, api }: ApiCall, catalog: Catalog): Api | undefined {
	// ctypes and cffi reach libc from Python
	return module === 'syscall' ? undefined : catalog.knownApi(module === 'libc' ? 'c' : language, api);
}
