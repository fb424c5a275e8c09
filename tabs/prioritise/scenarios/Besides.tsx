/** What isn't reckoned with and why, and what the reckoning can't know: said plainly, never silently nothing. */
import { useState } from 'react'
import { Link } from 'wouter'
import { readAmount } from '#src/rules/money/amounts.ts'
import type { Aside } from '#src/rules/prioritising/selectionAsk.ts'
import type { Selection } from '#src/rules/prioritising/selectionProblem.ts'
import { formatKrExact } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import type { DraftState } from './useDraft.ts'
import styles from './Scenarios.module.css'

export function Besides({ selection, draft }: { selection: Selection; draft: DraftState }) {
  const { t, locale } = useWords()
  const { titleOf, titlesOf } = useNaming()
  const { aside, unscored, elsewhere } = selection
  const why = (one: Aside) => {
    if (one.why === 'needsUnknown') return t('scenarios.aside.needsUnknown', { other: titleOf(one.of) })
    if (one.why === 'badAmount')
      return t('scenarios.aside.badAmount', { year: one.year, kr: formatKrExact(one.kr, locale) })
    return t(`scenarios.aside.${one.why}`)
  }
  return (
    <>
      {unscored.length > 0 && (
        <p className={styles.note}>
          {t('scenarios.unscored', { count: unscored.length, titles: titlesOf(unscored) })}
        </p>
      )}
      {elsewhere.map(({ id, needs }) => (
        <p key={`${id} ${needs.key}`} className={styles.note}>
          {t('scenarios.elsewhere', { title: titleOf(id), needs: needs.title })}
        </p>
      ))}
      {aside.length > 0 && (
        <details className={styles.section} open={aside.some((one) => one.why === 'badAmount')}>
          <summary>
            <h2>{t('scenarios.aside', { count: aside.length })}</h2>
          </summary>
          <ul className={styles.rows}>
            {aside.map((one) => (
              <li key={one.id} className={styles.asideRow}>
                <Link href={`/initiative/${encodeURIComponent(one.id)}`}>{one.title}</Link>
                <span className={styles.why}>{why(one)}</span>
                {one.why === 'unknownCost' && <Assume one={one} draft={draft} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** A figure for this scenario alone, where nobody knows. */
function Assume({ one, draft: { draft, set } }: { one: Aside; draft: DraftState }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const take = () => {
    const read = readAmount(typed, 'tkr')
    if ('kr' in read && read.kr !== null) set({ assumed: { ...draft.settings.assumed, [one.id]: read.kr } })
  }
  return (
    <label>
      {t('scenarios.assume')}{' '}
      <input
        className={styles.amount}
        inputMode='decimal'
        aria-label={t('scenarios.assumeFor', { title: one.title })}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
    </label>
  )
}
