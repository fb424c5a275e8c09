/** A little of what the city's departments are to receive: its running projects, and what each has room for. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ReceptionDraft } from '#src/lists/receptions.ts'

/** Person-days a month; the others have not said. */
export const cityReceivingDays: Readonly<Record<string, number>> = { 'u-avo-ht': 60, 'u-avo-vob': 80 }

/** Training before Christmas and a roll-out after it, for each project of a department that has said what it has room for. */
export const cityReceptions = (initiatives: readonly Initiative[]): ReceptionDraft[] =>
  initiatives
    .filter(
      ({ stage, state, unit }) =>
        stage === 'delivery' && state === 'active' && unit && unit.key in cityReceivingDays,
    )
    .flatMap(({ key, title, unit }) => {
      if (!unit) return []
      const initiative = { key, title }
      return [
        {
          key: `${key}/receives/training`,
          title: 'Utbildning',
          initiative,
          unit,
          kind: 'training' as const,
          from: '2024-11-01',
          to: '2024-12-31',
          days: 18,
        },
        {
          key: `${key}/receives/rollout`,
          title: 'Införande',
          initiative,
          unit,
          kind: 'rollout' as const,
          from: '2025-01-01',
          to: '2025-03-31',
          days: 26,
        },
      ]
    })
