/** Below the columns: what rests or has left the funnel, and, while a card is in hand, where to put it so. */
import { useSyncExternalStore } from 'react'
import { type State, states } from '#src/lists/initiatives.ts'
import { type Target, trays } from '#src/rules/needs/funnel.ts'
import { useWords } from '../language.ts'
import type { Lift } from './lift.ts'
import { targetName } from './targetName.ts'
import { useStanding } from './Zone.tsx'
import styles from './Board.module.css'

const resting = (Object.keys(states) as State[]).filter((state) => state !== 'active')

export function Trays({
  lift,
  stages,
  counts,
  only,
  filter,
  drop,
}: {
  lift: Lift
  stages: readonly Target[]
  /** How many stand in each state, the other filters kept. */
  counts: ReadonlyMap<string, number> | undefined
  /** The state shown alone now. */
  only: string | undefined
  filter: (state: State | undefined) => void
  drop: (target: Target | undefined) => void
}) {
  const { t, word } = useWords()
  const held = useSyncExternalStore(lift.subscribe, lift.now)
  const active = held?.card.state === 'active'
  return (
    <div
      role='group'
      aria-label={t('board.targets')}
      className={`${styles.trays} ${held ? styles.open : ''} no-print`}
    >
      {held ? (
        <>
          {stages.map((stage) => (
            <Place key={stage} lift={lift} target={stage} drop={drop} isStage />
          ))}
          {trays
            .filter((tray) => tray !== 'reopen' || !active)
            .map((tray) => (
              <Place key={tray} lift={lift} target={tray} drop={drop} />
            ))}
          {held.by === 'click' && (
            <button type='button' className={styles.button} onClick={() => drop(undefined)}>
              {t('board.cancelMove')}
            </button>
          )}
        </>
      ) : (
        resting
          .filter((state) => (counts?.get(state) ?? 0) > 0 || only === state)
          .map((state) => (
            <button
              key={state}
              type='button'
              className={styles.tray}
              aria-pressed={only === state}
              title={t('board.filterState', { state: word('states', state).toLowerCase() })}
              onClick={() => filter(only === state ? undefined : state)}
            >
              {word('states', state)} {counts?.get(state) ?? 0}
            </button>
          ))
      )}
    </div>
  )
}

function Place({
  lift,
  target,
  drop,
  isStage = false,
}: {
  lift: Lift
  target: Target
  drop: (target: Target) => void
  isStage?: boolean
}) {
  const words = useWords()
  const standing = useStanding(lift, target)
  return (
    <button
      type='button'
      tabIndex={-1}
      className={`${styles.tray} ${isStage ? styles.stagePlace : ''}`}
      data-target={target}
      data-standing={standing}
      onClick={() => drop(target)}
    >
      {targetName(target, words)}
    </button>
  )
}
