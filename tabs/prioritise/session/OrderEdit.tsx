/** The order as the forum makes it: what may be moved is dragged, or lifted and moved with the keys; a reason goes with each move. */
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { RankingLine as LineOf } from '#src/rules/prioritising/forumRanking.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { applyMoves, moveFault } from '#src/rules/prioritising/workingOrder.ts'
import { formatKr, formatNumber } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import type { RankingNow } from '../useRanking.ts'
import { type Lifted, stepFrom, targetOf } from './lifting.ts'
import { useDragOver } from './useDragOver.ts'
import styles from './Session.module.css'

type RankingLine = LineOf<Initiative>

export function OrderEdit({
  forum,
  year,
  now,
  mayMove,
}: {
  forum: Forum
  year: number
  now: RankingNow
  mayMove: boolean
}) {
  const words = useWords()
  const { t, locale } = words
  const { session } = useSession()
  const { lines, rankedKr } = now.ranking
  const [lifted, setLifted] = useState<Lifted>()
  const [said, setSaid] = useState('')
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [reason, setReason] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const shown = lifted ? applyMoves(lines, [{ ...lifted, reason: '' }]) : lines
  const end = rankedKr === undefined ? -1 : shown.findLastIndex(({ isWithin }) => isWithin)

  const tell = (line: RankingLine, at: number) =>
    setSaid(t('session.movedTo', { title: line.initiative.title, rank: at + 1, of: lines.length }))
  /** Where it may not stand, it is said why, and it stays. */
  const moveTo = (line: RankingLine, next: Lifted | undefined) => {
    if (!next) return
    const fault = moveFault(lines, next, now.rows.dependencies)
    if (fault) {
      const refusal: Refusal = { why: 'ranking', ranking: { ...fault, title: line.initiative.title } }
      setRefusals([refusal])
      return setSaid(refusalText(refusal, words))
    }
    setRefusals([])
    setLifted(next)
    tell(line, applyMoves(lines, [{ ...next, reason: '' }]).indexOf(line))
  }
  const lift = (line: RankingLine) => {
    setRefusals([])
    setReason(line.moved?.reason ?? '')
    setLifted(targetOf(lines, line.initiative.key, lines.indexOf(line)))
    setSaid(t('session.lifted', { title: line.initiative.title }))
  }
  const drop = (line: RankingLine) => {
    setLifted(undefined)
    setSaid(t('session.putBack', { title: line.initiative.title }))
    focusOn(line)
  }
  const focusOn = ({ initiative }: RankingLine) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(initiative.key)}"]`)?.focus(),
    )
  const keys = (line: RankingLine) => (event: KeyboardEvent) => {
    if (lifted?.initiative !== line.initiative.key) return
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      moveTo(line, stepFrom(lines, lifted, by))
    } else if (event.key === 'Escape') drop(line)
  }
  useDragOver(list, lifted !== undefined, (place) => {
    const line = lines.find(({ initiative }) => initiative.key === lifted?.initiative)
    if (line && shown.indexOf(line) !== place) moveTo(line, targetOf(lines, line.initiative.key, place))
  })
  const send = async (line: RankingLine, move: Lifted | undefined) => {
    const { key } = line.initiative
    const answer = await session.acting.act('overrideRank', {
      forum: forum.key,
      year,
      initiative: key,
      move: move ? { rank: move.rank, reason, ...(move.before && { before: move.before }) } : null,
    })
    if ('refusals' in answer) return setRefusals(answer.refusals)
    setRefusals([])
    setLifted(undefined)
    setSaid(t(move ? 'session.moveSaved' : 'session.moveTaken', { title: line.initiative.title }))
    focusOn(line)
  }

  return (
    <>
      <p className={styles.quiet}>{t(mayMove ? 'session.howToMove' : 'session.mayNotMove')}</p>
      <p role='status' className='visually-hidden'>
        {said}
      </p>
      <ol ref={list} className={styles.order} aria-label={t('ranking.lines')}>
        {shown.map((line, i) => {
          const { initiative, basis, moved, scored, needKr, isCoarse } = line
          const isLifted = lifted?.initiative === initiative.key
          const isFree = mayMove && basis === 'ranked'
          return (
            <li
              key={initiative.key}
              className={styles.row}
              data-lifted={isLifted || undefined}
              data-end={i === end || undefined}
            >
              <span>
                {isFree && (
                  <button
                    type='button'
                    data-handle={initiative.key}
                    draggable
                    onDragStart={() => lift(line)}
                    className={styles.handle}
                    aria-pressed={isLifted}
                    aria-label={t('session.move', { title: initiative.title })}
                    onClick={() => (isLifted ? drop(line) : lift(line))}
                    onKeyDown={keys(line)}
                  >
                    ↕
                  </button>
                )}
              </span>
              <span className={styles.place}>{i + 1}</span>
              <span className={styles.what}>
                {initiative.number} {initiative.title}{' '}
                <span className={styles.quiet}>
                  {basis === 'ranked' ? '' : `${t(`ranking.basis.${basis}`)} · `}
                  {scored.contributions.some(({ by }) => by > 0)
                    ? t('ranking.points', { points: formatNumber(Math.round(scored.total), locale) })
                    : t('ranking.unscored')}
                  {' · '}
                  {isCoarse && needKr === 0
                    ? t('ranking.unknownCost')
                    : t(isCoarse ? 'ranking.coarse' : 'ranking.need', { kr: formatKr(needKr, locale) })}
                </span>
                {moved && !isLifted && (
                  <div className={styles.quiet}>
                    {t('ranking.movedWhy', { reason: moved.reason })}{' '}
                    {mayMove && (
                      <button
                        type='button'
                        className={styles.small}
                        onClick={() => void send(line, undefined)}
                      >
                        {t('session.takeBack')}
                      </button>
                    )}
                  </div>
                )}
              </span>
              {isLifted && (
                <form
                  className={styles.moving}
                  onSubmit={(event) => {
                    event.preventDefault()
                    void send(line, lifted)
                  }}
                >
                  <span>
                    <button
                      type='button'
                      className={styles.button}
                      onClick={() => moveTo(line, stepFrom(lines, lifted, -1))}
                    >
                      {t('session.up')}
                    </button>{' '}
                    <button
                      type='button'
                      className={styles.button}
                      onClick={() => moveTo(line, stepFrom(lines, lifted, 1))}
                    >
                      {t('session.down')}
                    </button>
                  </span>
                  <label>
                    {t('session.reason')}
                    <textarea
                      required
                      rows={2}
                      value={reason}
                      onChange={(event) => setReason(event.target.value)}
                    />
                  </label>
                  <span>
                    <button type='submit' className={styles.primary}>
                      {t('session.saveMove')}
                    </button>{' '}
                    <button type='button' className={styles.button} onClick={() => drop(line)}>
                      {t('app.cancel')}
                    </button>
                  </span>
                </form>
              )}
            </li>
          )
        })}
      </ol>
      <Refusals refusals={refusals} />
    </>
  )
}
