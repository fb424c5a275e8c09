/** What one thing is called, in each language. */
import { Field, Input } from '@fluentui/react-components'
import type { OwnName } from '#src/lists/axisNames.ts'
import { useWords } from '../../language.ts'
import styles from './Axes.module.css'

export function Names({
  legend,
  value,
  put,
}: {
  legend: string
  value: OwnName
  put: (name: OwnName) => void
}) {
  const { t } = useWords()
  return (
    <fieldset className={styles.name}>
      <legend>{legend}</legend>
      {(['sv', 'en'] as const).map((language) => (
        <Field key={language} label={t(`axes.${language}`)}>
          <Input
            lang={language}
            maxLength={255}
            value={value[language] ?? ''}
            onChange={(_, { value: text }) => put({ ...value, [language]: text })}
          />
        </Field>
      ))}
    </fieldset>
  )
}
