// Watches a folder.
import { watch } from 'node:fs';

watch('/tmp').close();
