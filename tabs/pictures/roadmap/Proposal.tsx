/** A time that is tried: what it breaks and mends, and the way to save it, or why it can't be saved. */
import { useState } from 'react'
import { initiatives, type Initiative } from '#src/lists/initiatives.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { breaksOf, type Interval, intervalOf, type RoadmapFacts } from '#src/rules/pictures/roadmap.ts'
import { formatEither } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import { Unread } from '../../ui/Unread.tsx'
import { conflictText, intervalText, loadText } from './conflictText.ts'
import { Quarters } from './Quarters.tsx'
import { saveTime } from './saveTime.ts'
import { useTriedLoad } from './useTriedLoad.ts'
import styles from './Roadmap.module.css'

export function Proposal({
  one,
  interval,
  facts,
  change,
  close,
}: {
  one: Initiative
  interval: Interval
  facts: RoadmapFacts
  change: (interval: Interval) => void
  /** `said`: what came of it. */
  close: (said?: string) => void
}) {
  const words = useWords()
  const { t, locale, word } = words
  const { session } = useSession()
  const roles = useMyRoles()
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [isPartly, setPartly] = useState(false)
  const [movesReceptions, setMovesReceptions] = useState(true)
  const load = useTriedLoad(one, interval)
  const planned = intervalOf(one)
  const titleOf = (key: string) => facts.initiatives.find((other) => other.key === key)?.title ?? ''
  const { broken, mended } = breaksOf(facts, one.key, interval)
  const [more, less] = movesReceptions ? [load.more, load.less] : [[], []]
  const mayPrepare = may('prepare', { id: session.person.id, roles }, one)
  const isSame = planned?.from === interval.from && planned.to === interval.to
  const conflictLines = (all: typeof broken) =>
    all.map(({ initiative, conflict }) => `${titleOf(initiative)}: ${conflictText(conflict, titleOf, words)}`)
  const lines = [
    {
      name: 'broken',
      sign: '▲',
      said: [...conflictLines(broken), ...more.map((over) => loadText('pictures.loadMore', over, words))],
    },
    {
      name: 'mended',
      sign: '✓',
      said: [...conflictLines(mended), ...less.map((over) => loadText('pictures.loadLess', over, words))],
    },
  ] as const
  const breaks = [
    broken.length > 0 && t('pictures.breaks', { count: broken.length }),
    more.length > 0 && t('pictures.breaksLoad', { count: more.length }),
  ].filter(Boolean)

  const save = async () => {
    setBusy(true)
    const came = await saveTime(session.acting, one, { interval, moved: movesReceptions ? load.moved : [] })
    setBusy(false)
    if (came.is === 'refused') {
      setPartly(came.kept)
      return setRefusals(came.refusals)
    }
    const time = intervalText(interval, words)
    close(t(came.is === 'waiting' ? 'pictures.timeWaits' : 'pictures.timeSaved', { title: one.title, time }))
  }
  const around = planned?.from ?? interval.from
  return (
    <section aria-label={t('pictures.proposal')} className={`${styles.proposal} no-print`}>
      <p role='status' className={styles.proposed}>
        <strong>{one.title}</strong>{' '}
        {isSame
          ? t('pictures.lifted')
          : t('pictures.proposed', {
              from: planned ? intervalText(planned, words) : '',
              to: intervalText(interval, words),
            })}{' '}
        {!isSame && (breaks.length > 0 ? breaks.join(' ') : t('pictures.breaksNothing'))}
      </p>
      {lines.map(
        ({ name, sign, said }) =>
          said.length > 0 && (
            <ul key={name} className={styles[name]} aria-label={t(`pictures.${name}`)}>
              {said.map((line) => (
                <li key={line}>
                  <span aria-hidden='true'>{sign} </span>
                  {name === 'mended' && `${t('pictures.mendedNow')} `}
                  {line}
                </li>
              ))}
            </ul>
          ),
      )}
      {load.error !== undefined && <Unread reload={load.reload} about={t('pictures.receptionsUnread')} />}
      {load.moved.length > 0 && (
        <p className={styles.proposed}>
          <label>
            <input
              type='checkbox'
              checked={movesReceptions}
              onChange={({ target }) => setMovesReceptions(target.checked)}
            />{' '}
            {t('pictures.moveReceptions', { count: load.moved.length })}
          </label>
        </p>
      )}
      <div className={styles.proposalTools}>
        <Quarters
          label={words.label(initiatives, 'start')}
          value={interval.from}
          around={around}
          change={(from) =>
            change({ from, ...(interval.to !== undefined && { to: Math.max(from, interval.to) }) })
          }
        />
        <Quarters
          label={words.label(initiatives, 'plannedEnd')}
          value={interval.to}
          around={around}
          change={(to) => change({ from: Math.min(interval.from, to), to })}
        />
        <button
          type='button'
          data-save=''
          className={styles.primary}
          disabled={busy || isSame || !mayPrepare}
          onClick={() => void save()}
        >
          {t('pictures.saveTime')}
        </button>
        <button type='button' className={styles.button} onClick={() => close()}>
          {t('pictures.putBack')}
        </button>
      </div>
      {!mayPrepare && (
        <p>
          {t('pictures.mayNotSave', {
            who: formatEither(
              permissions.prepare.roles.map((role) => word('roles', role).toLowerCase()),
              locale,
            ),
          })}
        </p>
      )}
      {isPartly && <p role='status'>{t('pictures.timePartly')}</p>}
      <Refusals refusals={refusals} />
    </section>
  )
}
