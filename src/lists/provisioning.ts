/** What provisioning may do to a site to make the declared lists, and what it can only tell of. */
import type { WireColumn } from './columns.ts'
import type { List } from './list.ts'

export type Step =
  | { do: 'createList'; list: List }
  | { do: 'nameList'; list: List; id: string }
  | { do: 'addColumn'; list: List; id: string; column: WireColumn }
  | { do: 'nameColumn'; list: List; id: string; columnId: string; name: string; displayName: string }
  | { do: 'indexColumn'; list: List; id: string; columnId: string; name: string; unique: boolean }
  | { do: 'addChoices'; list: List; id: string; columnId: string; name: string; choices: string[] }
  | { do: 'keepVersions'; list: List; id: string }
  | { do: 'letStaffRead' }
  /** Breaks inheritance, and lets one group read. */
  | { do: 'narrowList'; list: List; id: string; broken: boolean }
  /** Breaks inheritance, and lets nobody but the owners of the site read. */
  | { do: 'closeList'; list: List; id: string }

/** What can't be mended by a step: someone must look at it. */
export type Finding =
  | { what: 'columnKindDiffers'; list: List; name: string }
  | { what: 'timeZone'; zone: string }
  | { what: 'timeZoneUnknown'; why: string }
  | { what: 'versionsUnknown'; why: string }
  | { what: 'staffUnknown'; why: string }
  | { what: 'staffMayWrite'; who: string }
  /** Nothing can be marked as confidential. */
  | { what: 'noConfidentialGroup' }
  | { what: 'othersRead'; list: List; who: string }
  | { what: 'readersUnknown'; why: string }
  | { what: 'closedUnknown'; why: string }
  | { what: 'grantUnknown'; why: string }
  | { what: 'grantMissing'; role: string }
