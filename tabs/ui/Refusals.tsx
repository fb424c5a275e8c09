/** Why something is refused, one sentence each. */
import type { Refusal } from '#src/rules/refusal.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useWords } from '../language.ts'
import styles from './Refusals.module.css'

export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const words = useWords()
  if (refusals.length === 0) return null
  return (
    <div role='alert'>
      <ul className={styles.refusals}>
        {refusals.map((refusal) => (
          <li key={JSON.stringify(refusal)}>{refusalText(refusal, words)}</li>
        ))}
      </ul>
    </div>
  )
}
