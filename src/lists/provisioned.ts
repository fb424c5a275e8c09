/** All that a site must hold before the product runs on it: the lists, and the library that minutes are kept in. */
import { lists } from './all.ts'
import type { List } from './list.ts'
import { minutesLibrary } from './minutesLibrary.ts'

export const provisioned: readonly List[] = [...Object.values(lists), minutesLibrary]
