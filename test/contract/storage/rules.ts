import { directoryStoreRules } from './directory-store.ts'
import { roomStoreRules } from './room-store.ts'
import type { StorageRule } from './rule.ts'
import { schemaRules } from './schema.ts'

/** All that storage promises, in whatever runtime. */
export const storageRules: StorageRule[] = [...schemaRules, ...roomStoreRules, ...directoryStoreRules]
