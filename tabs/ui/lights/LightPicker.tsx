/** Chooses a traffic light: three radio buttons, moved between by the arrow keys and large enough for a thumb. */
import { type ReactNode, useId } from 'react'
import { type Light, lights } from '#src/lists/followUp.ts'
import { useWords } from '../../language.ts'
import { Shape } from './Light.tsx'
import styles from './Lights.module.css'

export function LightPicker({
  legend,
  value,
  change,
  missing = false,
  children,
}: {
  legend: string
  value: Light | undefined
  change: (light: Light) => void
  /** Asked for and not chosen yet. */
  missing?: boolean
  /** What stands under the choice, such as what the figures say. */
  children?: ReactNode
}) {
  const { word } = useWords()
  const name = useId()
  return (
    <fieldset className={styles.picker} data-missing={missing}>
      <legend>{legend}</legend>
      <div className={styles.choices}>
        {(Object.keys(lights) as Light[]).map((light) => (
          <label key={light} className={styles.choice}>
            <input type='radio' name={name} checked={value === light} onChange={() => change(light)} />
            <Shape light={light} /> {word('lights', light)}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
