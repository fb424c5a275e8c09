/** The changes by sort, each with its before and after, its day and the decision behind it. */
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { changeKinds, type InitiativeChange } from '#src/rules/pictures/changesBetween.ts'
import { formatDay, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { initiativeHref } from '../PicturePage.tsx'
import { InitiativeLink } from '../lens/InitiativeLink.tsx'
import { endsText } from './changeText.ts'
import styles from '../lens/Lens.module.css'

const FIRST = 25

export function ChangeList({
  changes,
  today,
}: {
  changes: readonly InitiativeChange<Initiative>[]
  today: Day
}) {
  const words = useWords()
  const { t, locale } = words
  const from = useSearch()
  const [page] = useLocation()
  const [opened, setOpened] = useState<Record<string, number>>({})
  const byKind = Map.groupBy(changes, ({ kind }) => kind)
  return (
    <div className={styles.below}>
      {changeKinds.map((kind) => {
        const of = byKind.get(kind)
        if (!of) return null
        const most = opened[kind] ?? FIRST
        return (
          <section key={kind} aria-labelledby={`changes-${kind}`}>
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
                onClick={() => setOpened((before) => ({ ...before, [kind]: most + 4 * FIRST }))}
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
