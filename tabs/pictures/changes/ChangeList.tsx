/** The changes by sort, each with its before and after, its day and the decision behind it. */
import { useEffect, useRef } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type ChangeKind, changeKinds, type InitiativeChange } from '#src/rules/pictures/changesBetween.ts'
import { formatDay, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { initiativeHref } from '../PicturePage.tsx'
import { InitiativeLink } from '../lens/InitiativeLink.tsx'
import { endsText } from './changeText.ts'
import styles from '../lens/Lens.module.css'

const FIRST = 25

/** What is asked for beyond the first of each sort. */
export interface Asked {
  most: Partial<Record<ChangeKind, number>>
  /** Which one is gone to. */
  to?: { kind: ChangeKind; at: number }
}

export function ChangeList({
  changes,
  today,
  asked,
  ask,
}: {
  changes: readonly InitiativeChange<Initiative>[]
  today: Day
  asked: Asked
  ask: (kind: ChangeKind, most: number) => void
}) {
  const words = useWords()
  const { t, locale } = words
  const from = useSearch()
  const [page] = useLocation()
  const list = useRef<HTMLDivElement>(null)
  const { to } = asked
  useEffect(() => {
    if (!to) return
    const rows = list.current?.querySelectorAll(`[data-kind="${to.kind}"] li`)
    rows?.[to.at]?.querySelector<HTMLElement>('a')?.focus()
  }, [to])
  const byKind = Map.groupBy(changes, ({ kind }) => kind)
  return (
    <div ref={list} className={styles.below}>
      {changeKinds.map((kind) => {
        const of = byKind.get(kind)
        if (!of) return null
        const most = Math.max(FIRST, asked.most[kind] ?? 0)
        return (
          <section key={kind} data-kind={kind} aria-labelledby={`changes-${kind}`}>
            <h3 id={`changes-${kind}`}>
              {t(`changes.kind.${kind}`)} ({formatNumber(of.length, locale)})
            </h3>
            <ul className={styles.rows}>
              {of.slice(0, most).map(({ initiative, ends, day, decision }) => (
                <li
                  key={`${initiative.key}-${ends.of}-${'point' in ends ? ends.point : day}-${decision?.key}`}
                >
                  <span className={styles.main}>
                    <InitiativeLink initiative={initiative} />
                  </span>
                  <span className={styles.end}>
                    {ends.of === 'merged' && ends.into.key !== undefined ? (
                      <Link
                        href={initiativeHref(ends.into.key)}
                        state={{ from, page, row: initiative.key }}
                        className={styles.link}
                      >
                        {endsText(ends, words, today)}
                      </Link>
                    ) : (
                      endsText(ends, words, today)
                    )}
                    {' · '}
                    {formatDay(day, locale, today)}
                    {decision && ` · ${decision.title}`}
                  </span>
                </li>
              ))}
            </ul>
            {of.length > most && (
              <button
                type='button'
                className={`${styles.button} no-print`}
                onClick={() => ask(kind, most + 4 * FIRST)}
              >
                {t('pictures.more', { count: formatNumber(of.length - most, locale) })}
              </button>
            )}
          </section>
        )
      })}
    </div>
  )
}
