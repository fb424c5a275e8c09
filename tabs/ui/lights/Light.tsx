/** A traffic light as shape and word, never colour alone: ● green, ▲ yellow, ■ red. */
import type { Light as LightName } from '#src/lists/followUp.ts'
import { useWords } from '../../language.ts'
import styles from './Lights.module.css'

export const shapes: Record<LightName, string> = { green: '●', yellow: '▲', red: '■' }

export function Light({ light }: { light: LightName }) {
  const { word } = useWords()
  return (
    <span className={styles.light}>
      <Shape light={light} /> {word('lights', light)}
    </span>
  )
}

/** The shape alone: beside a word that says the same. */
export function Shape({ light }: { light: LightName }) {
  return (
    <span className={styles[light]} aria-hidden='true'>
      {shapes[light]}
    </span>
  )
}
