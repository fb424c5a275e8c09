/** What keeps a decision from taking effect, or from being made, said before the click: quiet lines, no alarm. */
import type { Refusal } from '#src/rules/refusal.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import styles from './Hold.module.css'

export function Lacking({
  id,
  title,
  refusals,
}: {
  id?: string
  title: string
  refusals: readonly Refusal[]
}) {
  const words = useWords()
  if (refusals.length === 0) return null
  return (
    <div id={id} className={styles.lacking}>
      <p>▲ {title}</p>
      <ul>
        {refusals.map((refusal) => (
          <li key={JSON.stringify(refusal)}>{refusalText(refusal, words)}</li>
        ))}
      </ul>
    </div>
  )
}
