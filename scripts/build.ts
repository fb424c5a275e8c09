/** `npm run build`: builds the tab into dist/tabs, unless it stands there as its sources are. */
import { ensureTabBuild } from './build/tabBuild.ts'

await ensureTabBuild()
