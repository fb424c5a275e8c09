/** One share and its corridor: a track with the part that is allowed, where the share stands, and whether it is kept in words. */
import { balanceAxes, type Corridor } from '#src/lists/balance.ts'
import type { CorridorState } from '#src/rules/pictures/balance.ts'
import { useWords } from '../../language.ts'
import { axisWord } from './axisWords.ts'
import { limitsText, stateText } from './says.ts'
import lens from '../lens/Lens.module.css'
import styles from './Corridors.module.css'

export function CorridorRow({
  state,
  withForum,
  change,
}: {
  state: CorridorState<Corridor>
  withForum: boolean
  /** For those who may. */
  change: (() => void) | undefined
}) {
  const words = useWords()
  const { t, of } = words
  const { corridor, share, broken } = state
  const { title, axis, value, leastPercent = 0, mostPercent = 100, forum } = corridor
  return (
    <li className={styles.row}>
      <span className={lens.main}>
        <b>{title}</b>
        {withForum && <span className={styles.forum}> {forum.title}</span>}
        <br />
        <span className={lens.end}>
          {of(balanceAxes, axis)}: {axisWord(axis, { key: value }, words)}, {limitsText(corridor, words)}
        </span>
      </span>
      <svg viewBox='0 0 100 16' className={styles.track} aria-hidden='true' preserveAspectRatio='none'>
        <rect x={0} y={6} width={100} height={4} className={styles.all} />
        <rect
          x={leastPercent}
          y={4}
          width={Math.max(1, mostPercent - leastPercent)}
          height={8}
          className={styles.allowed}
        />
        {share !== undefined && (
          <rect
            x={Math.min(98.5, share * 100)}
            y={0}
            width={1.5}
            height={16}
            className={broken ? styles.isOut : styles.isIn}
          />
        )}
      </svg>
      <span className={`${styles.said} ${broken ? lens.bad : ''}`}>
        {broken && '■ '}
        {stateText(state, words)}
      </span>
      {change && (
        <button
          type='button'
          className={`${lens.button} no-print`}
          onClick={change}
          aria-label={t('balance.changeNamed', { title })}
        >
          {t('balance.change')}
        </button>
      )}
    </li>
  )
}
