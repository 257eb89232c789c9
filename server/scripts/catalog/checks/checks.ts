import { backportsAreNewer } from './backportsAreNewer.ts';
import type { Check } from './check.ts';
import { distroKernels } from './distroKernels.ts';
import { fileNames } from './fileNames.ts';
import { flagBasis } from './flagBasis.ts';
import { flagCalls } from './flagCalls.ts';
import { flagOrder } from './flagOrder.ts';
import { fullPages } from './fullPages.ts';
import { insteadIsOlder } from './insteadIsOlder.ts';
import { knownCalls } from './knownCalls.ts';
import { knownErrors } from './knownErrors.ts';
import { pageParameters } from './pageParameters.ts';
import { profileTimelines } from './profileTimelines.ts';
import { releaseOrder } from './releaseOrder.ts';
import { shortSentences } from './shortSentences.ts';
import { sourced } from './sourced.ts';
import { startupFiles } from './startupFiles.ts';
import { statusFits } from './statusFits.ts';
import { uniqueNames } from './uniqueNames.ts';
import { uniqueNumbers } from './uniqueNumbers.ts';
import { uniqueSummaries } from './uniqueSummaries.ts';
import { weakClaims } from './weakClaims.ts';

/** Every rule of the data that a schema can't say. */
export const checks: readonly Check[] = [
	fileNames,
	uniqueNumbers,
	uniqueNames,
	releaseOrder,
	statusFits,
	weakClaims,
	knownCalls,
	backportsAreNewer,
	distroKernels,
	flagCalls,
	flagOrder,
	flagBasis,
	profileTimelines,
	startupFiles,
	sourced,
	insteadIsOlder,
	fullPages,
	pageParameters,
	knownErrors,
	uniqueSummaries,
	shortSentences,
];
