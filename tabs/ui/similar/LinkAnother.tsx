/** Links a need that the comparison didn't find: whoever knows that two are the same isn't stopped by how they are written. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { OnePicker } from '../fields/Picker.tsx'
import type { SectionTools } from './tools.ts'
import styles from './Similar.module.css'

export function LinkAnother({
  of,
  known,
  tools,
}: {
  of: string
  /** Linked already. */
  known: ReadonlySet<string>
  tools: SectionTools
}) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<Ref>()
  const [linked, setLinked] = useState(0)
  const options = useItems(useSession().session.data, initiatives)
    .filter(({ key, state }) => key !== of && !known.has(key) && state !== 'merged')
    .map(({ key, number, title }) => ({ value: { key, title }, text: `${number} ${title}` }))
  const need = options.find(({ value }) => value.key === chosen?.key)?.text
  return (
    <form
      className={`${styles.another} no-print`}
      onSubmit={(event) => {
        event.preventDefault()
        if (!chosen || need === undefined) return
        const asked = { initiative: of, link: [chosen.key] }
        void tools.ask('linkSimilar', asked, t('similar.linkDone', { need })).then(() => {
          setChosen(undefined)
          setLinked((n) => n + 1)
        })
      }}
    >
      <span className={styles.quiet}>{t('similar.another')}</span>
      <div>
        <OnePicker
          key={linked}
          label={t('similar.another')}
          options={options}
          value={chosen}
          change={(value) => setChosen((value as Ref | null) ?? undefined)}
        />
      </div>
      <Button type='submit' size='small' disabledFocusable={tools.busy || need === undefined}>
        {t('similar.link')}
      </Button>
    </form>
  )
}
