/** The latest imports, each with a way to take it back as one act. */
import { Button } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import { type Batch, type Undoing, undoOf } from './undoing.ts'
import { useLeaveWarning } from './useLeaveWarning.ts'
import styles from './Import.module.css'

/** Older ones are worked with by now. */
const MOST_SHOWN = 8

export function RecentImports({ only }: { only?: string }) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const batches = useMemo(() => batchesOf(all, locale), [all, locale])
  const undo = undoOf(session)
  const running = useSyncExternalStore(undo.subscribe, undo.of)
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const shown = batches.filter(({ name }) => only === undefined || name === only).slice(0, MOST_SHOWN)
  const busy = running?.undoing.phase === 'undoing'
  useLeaveWarning(busy)
  const start = (batch: Batch) => {
    // What stays is named also when it has been renamed or is gone from the table meanwhile.
    setTitles(new Map(all.map(({ key, number, title }) => [key, `${number} ${title}`])))
    undo.start(session, batch)
  }
  if (shown.length === 0 && !running) return null
  return (
    <section className={styles.recent} aria-label={t('import.recent')}>
      {only === undefined && <h2 className={styles.heading}>{t('import.recent')}</h2>}
      {shown.length > 0 && (
        <ul>
          {shown.map((batch) => (
            <BatchRow key={idOf(batch)} batch={batch} busy={busy} undo={() => start(batch)} />
          ))}
        </ul>
      )}
      {running && <Outcome {...running} titles={titles} again={() => start(running.batch)} />}
    </section>
  )
}

const idOf = ({ name, portfolio }: Batch) => `${name} ${portfolio}`

/** Asked again before it is done: nothing is taken back by a slip of the hand. */
function BatchRow({ batch, busy, undo }: { batch: Batch; busy: boolean; undo: () => void }) {
  const { t, locale } = useWords()
  const [asking, setAsking] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const settle = () => {
    setAsking(false)
    row.current?.querySelector('button')?.focus()
  }
  const count = formatNumber(batch.keys.length, locale)
  return (
    <li ref={row}>
      <span>{t('import.batch', { name: batch.name, portfolio: batch.portfolio, count })}</span>
      <Button
        size='small'
        disabledFocusable={busy}
        aria-expanded={asking}
        aria-label={t('import.undoThis', { name: batch.name })}
        onClick={() => setAsking(!asking)}
      >
        {t('import.undo')}
      </Button>
      {asking && (
        <div className={styles.sure}>
          <p role='status'>{t('import.undoSure', { count })}</p>
          <Button
            size='small'
            onClick={() => {
              settle()
              undo()
            }}
          >
            {t('import.undoYes')}
          </Button>
          <Button size='small' onClick={settle}>
            {t('import.undoNo')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Outcome({
  undoing: { phase, done, total, undone, kept, refusals },
  titles,
  again,
}: {
  undoing: Undoing
  titles: ReadonlyMap<string, string>
  again: () => void
}) {
  const words = useWords()
  const { t, locale } = words
  const shown = (count: number) => formatNumber(count, locale)
  const sentence =
    phase === 'finished'
      ? t(kept.length > 0 ? 'import.undoneSome' : 'import.undone', {
          count: shown(undone),
          kept: shown(kept.length),
        })
      : phase === 'undoing'
        ? t('import.undoing', { done: shown(done), total: shown(total) })
        : t(phase === 'waiting' ? 'import.undoWaiting' : 'import.undoStopped', {
            done: shown(done),
            total: shown(total),
          })
  // The import's own line goes with it: whoever uses keys goes on from what became of it.
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (phase !== 'undoing' && (document.activeElement ?? document.body) === document.body)
      said.current?.focus()
  }, [phase])
  return (
    <div>
      {phase === 'undoing' && (
        <progress className={styles.progress} max={total} value={done} aria-label={sentence} />
      )}
      <p ref={said} role='status' tabIndex={-1}>
        {sentence}
      </p>
      {refusals.map((refusal) => (
        <p key={refusal.why} role='alert'>
          {refusalText(refusal, words)}
        </p>
      ))}
      {(phase === 'stopped' || phase === 'waiting') && <Button onClick={again}>{t('app.retry')}</Button>}
      {kept.length > 0 && (
        <details open={kept.length <= 10}>
          <summary>{t('import.keptList', { count: shown(kept.length) })}</summary>
          <ul>
            {kept.map(({ key, because }) => (
              <li key={key}>{`${titles.get(key) ?? key}: ${t(`import.kept.${because}`)}`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** The latest first: the name of an import begins with its day. */
function batchesOf(all: readonly Row[], locale: 'sv' | 'en'): Batch[] {
  const found = new Map<string, Batch & { keys: string[] }>()
  for (const { key, importBatch: name, portfolio } of all) {
    if (!name) continue
    const id = `${name} ${portfolio.key}`
    const batch = found.get(id) ?? { name, portfolio: portfolio.title, keys: [] }
    batch.keys.push(key)
    found.set(id, batch)
  }
  const compare = compareTexts(locale)
  return [...found.values()].toSorted((a, b) => compare(b.name, a.name))
}
