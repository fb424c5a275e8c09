/** What a decision replaced and what replaced it, the oldest first; nothing for one that stands alone. */
import { Link } from 'wouter'
import type { RegisterEntry, RegisterFilter } from '#src/rules/deciding/register.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { registerPath } from './registerAddress.ts'
import { nameText } from './sayings.ts'
import styles from './Decisions.module.css'

export function Chain({
  entry,
  chain,
  filter,
}: {
  entry: RegisterEntry
  chain: readonly RegisterEntry[]
  filter: RegisterFilter
}) {
  const words = useWords()
  const { t, word, locale } = words
  const { today } = useSession()
  if (chain.length < 2) return null
  const here = chain.indexOf(entry)
  return (
    <>
      <h3 className={styles.chainTitle}>{t('decisions.chain')}</h3>
      <ol className={styles.chain}>
        {chain.map((one, i) => {
          const text = `${nameText(one, words)} · ${formatDay(one.decision.decidedOn, locale, today)} · ${word('outcomes', one.decision.outcome)}`
          const how = i < here ? t('decisions.replacedEarlier') : t('decisions.replacesThis')
          return (
            <li key={one.decision.key} aria-current={one === entry || undefined}>
              {one === entry ? (
                <b>
                  {text} ({t('decisions.thisOne')})
                </b>
              ) : (
                <>
                  <Link href={registerPath({ filter, key: one.decision.key })}>{text}</Link> ({how})
                </>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
